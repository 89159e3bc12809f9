//! `cargo xtask fuzz [TARGET ...] [--inputs N] [--seconds S] [--seed N] [--record]`

use std::process::ExitCode;
use std::time::{Duration, SystemTime};

use anyhow::{Context, Result, bail};
use fuzz::run::{Limit, run};
use fuzz::{Target, targets, totals};

fn main() -> ExitCode {
    match start(std::env::args().skip(1)) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(findings) => {
            eprintln!(
                "{findings} findings; each is kept in tests/fuzz/corpus and replayed by `cargo test --package fuzz`"
            );
            ExitCode::FAILURE
        }
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// How many findings there were.
fn start(mut arguments: impl Iterator<Item = String>) -> Result<u64> {
    let mut named = Vec::new();
    let mut limit = Limit { inputs: u64::MAX, time: Duration::from_mins(1) };
    let mut seed = SystemTime::UNIX_EPOCH.elapsed().map_or(0, |time| time.as_secs());
    let mut record = false;
    let mut timed = false;
    while let Some(argument) = arguments.next() {
        let mut number = || -> Result<u64> {
            let value = arguments.next().with_context(|| format!("{argument} wants a number"))?;
            value.parse().with_context(|| format!("{argument} wants a number, not {value:?}"))
        };
        match argument.as_str() {
            "--inputs" => {
                limit.inputs = number()?;
                if !timed {
                    limit.time = Duration::MAX;
                }
            }
            "--seconds" => {
                limit.time = Duration::from_secs(number()?);
                timed = true;
            }
            "--seed" => seed = number()?,
            "--record" => record = true,
            name => named.push(Target::named(name).with_context(|| {
                let known: Vec<&str> = targets::ALL.iter().map(|target| target.name).collect();
                format!("no target {name:?}; there are {}", known.join(", "))
            })?),
        }
    }
    if limit.inputs == u64::MAX && limit.time == Duration::MAX {
        bail!("a run without an end");
    }
    let chosen = if named.is_empty() { targets::ALL.to_vec() } else { named };
    let mut findings = 0;
    for target in &chosen {
        let done = run(target, limit, seed)?;
        let seconds = done.time.as_secs_f64().max(0.001);
        println!(
            "{}: {} inputs in {seconds:.0} s, {} of them new in what they did, {} findings (seed {seed})",
            target.name, done.inputs, done.pool, done.findings
        );
        if record {
            totals::add(target, &done)?;
        }
        findings += done.findings;
    }
    Ok(findings)
}
