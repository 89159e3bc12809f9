//! A run of one target.

use std::fs;
use std::path::PathBuf;
use std::process;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use crate::mutate::Maker;
use crate::seeds;
use crate::smaller::smaller;
use crate::{Deeds, Outcome, Target, judge};

/// An input that takes longer hangs: it is written down and the run ends.
const HANGS: Duration = Duration::from_mins(1);

/// When a run ends: at whichever comes first.
#[derive(Clone, Copy, Debug)]
pub struct Limit {
    /// After so many inputs.
    pub inputs: u64,
    /// After so much time.
    pub time: Duration,
}

/// What a run has done.
#[derive(Clone, Copy, Debug, Default)]
pub struct Done {
    /// How many inputs were given to the target.
    pub inputs: u64,
    /// How long it took.
    pub time: Duration,
    /// How many inputs did something new and others were made of.
    pub pool: usize,
    /// How many different complaints there were.
    pub findings: u64,
}

/// Gives inputs made from `seed` to `target`. Each finding is made small, written to its folder and told; there can be
/// several, each complaint once.
pub fn run(target: &Target, limit: Limit, seed: u64) -> Result<Done> {
    let mut inputs = (target.seeds)();
    inputs.extend(seeds::kept(target).into_iter().map(|(_, input)| input));
    let mut maker = Maker::new(target.kind, inputs.clone(), seed);
    let mut deeds = Deeds::default();
    let watch = watch(target);
    let last = std::env::temp_dir().join(format!("factmark-fuzz-{}", target.name));
    let started = Instant::now();
    let mut done = Done::default();
    let mut complaints: Vec<String> = Vec::new();
    let mut first = inputs.into_iter();
    while done.inputs < limit.inputs && started.elapsed() < limit.time && complaints.len() < 20 {
        let input = first.next().unwrap_or_else(|| maker.next_input());
        watch.begin(&input);
        // What overflows the stack ends the program at once: it is found here.
        fs::write(&last, &input)?;
        let outcome = judge(target, &input, &mut deeds);
        watch.end();
        done.inputs += 1;
        match outcome {
            Outcome::Good if deeds.anything_new() => maker.keep(input),
            Outcome::Good => {}
            Outcome::Bad(complaint) => {
                let short = complaint.chars().filter(|c| !c.is_numeric()).take(60).collect();
                if !complaints.contains(&short) {
                    complaints.push(short);
                    let path = keep(target, &smaller(target, &input, &complaint))?;
                    println!("{}: {complaint}\n    {}", target.name, path.display());
                }
            }
        }
    }
    done.time = started.elapsed();
    done.pool = maker.pool();
    done.findings = complaints.len() as u64;
    Ok(done)
}

/// Writes an input to the target's folder, under a name of its content.
fn keep(target: &Target, input: &[u8]) -> Result<PathBuf> {
    let folder = seeds::folder(target);
    fs::create_dir_all(&folder)?;
    // FNV-1a: short, and the same on every machine.
    let name = input
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3));
    let path = folder.join(format!("{name:016x}"));
    fs::write(&path, input).with_context(|| path.display().to_string())?;
    Ok(path)
}

/// What is under way and since when.
#[derive(Clone)]
struct Watch(Arc<Mutex<Underway>>);

/// An input, and when it was begun.
type Underway = Option<(Instant, Vec<u8>)>;

impl Watch {
    fn begin(&self, input: &[u8]) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some((Instant::now(), input.to_vec()));
    }

    fn end(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

/// Ends the program when an input hangs.
fn watch(target: &Target) -> Watch {
    let watch = Watch(Arc::default());
    let (seen, target) = (watch.clone(), *target);
    thread::spawn(move || {
        loop {
            thread::sleep(Duration::from_secs(1));
            let now = seen.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
            if let Some((since, input)) = now
                && since.elapsed() > HANGS
            {
                let path = keep(&target, &input).map(|path| path.display().to_string()).unwrap_or_default();
                println!("{}: hangs\n    {path}", target.name);
                process::exit(1);
            }
        }
    });
    watch
}
