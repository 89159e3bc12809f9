//! The page opens, quietly.

use anyhow::{Result, ensure};
use browser_tests::{Page, in_every_browser};

in_every_browser!(Light: opens_without_an_error, runs_only_its_own_code);

async fn opens_without_an_error(page: Page) -> Result<()> {
    page.find("main h1").await?;
    ensure!(page.driver().title().await?.contains("Factmark"));
    page.ensure_quiet().await
}

async fn runs_only_its_own_code(page: Page) -> Result<()> {
    page.find("main h1").await?;
    let attempts = "const script = document.body.appendChild(document.createElement('script'));
        const attempts = [
            () => { script.textContent = 'window.intruder = true'; },
            () => script.append('window.intruder = true'),
            () => document.body.setAttribute('onclick', 'window.intruder = true'),
            () => { document.body.firstElementChild.innerHTML = '<img src=x onerror=\"window.intruder = true\">'; },
        ];
        for (const attempt of attempts) try { attempt(); } catch {}
        document.body.click();
        return window.intruder ?? null";
    let intruder = page.script(attempts).await?;
    ensure!(intruder.is_null(), "what was written into the page has run");
    page.until(
        "the policy to report every attempt",
        "return observed.filter((line) => line.startsWith('policy')).length >= 4",
    )
    .await?;
    Ok(())
}
