//! Pictures of desk and workbench in Chromium, wide and narrow, light and dark: `cargo xtask screenshots DIR`.

use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context, Result};
use browser_tests::{Browser, Look, Place};
use serde_json::json;

fn main() -> ExitCode {
    let taken = std::env::args_os().nth(1).context("a folder is wanted").and_then(|folder| take(Path::new(&folder)));
    match taken {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn take(folder: &Path) -> Result<()> {
    for (look, name) in [(Look::Light, "light"), (Look::Dark, "dark")] {
        let folder = folder.to_owned();
        browser_tests::with_page(Place::hosted(Browser::Chromium), look, name, move |page| {
            let folder = folder.clone();
            async move {
                for (screen, script) in [
                    ("desk", "return document.querySelector('#paste') !== null"),
                    ("workbench", "return document.querySelector('.bench [data-paragraph]') !== null"),
                ] {
                    if screen == "workbench" {
                        page.button("Try the example").await?.click().await?;
                    }
                    page.until(screen, script).await?;
                    if screen == "workbench" {
                        page.press("jv").await?;
                    }
                    for width in [1280, 390] {
                        let size =
                            json!({ "width": width, "height": 844, "deviceScaleFactor": 1, "mobile": width < 500 });
                        page.driver().cdp().send_raw("Emulation.setDeviceMetricsOverride", size).await?;
                        tokio::time::sleep(Duration::from_millis(600)).await;
                        let file = folder.join(format!("{screen}-{name}-{width}.png"));
                        page.driver().screenshot(&file).await?;
                        println!("{}", file.display());
                    }
                    page.driver().cdp().send_raw("Emulation.clearDeviceMetricsOverride", json!({})).await?;
                }
                Ok(())
            }
        })?;
    }
    Ok(())
}
