//! Every finding of the past, and a short run of each target.

use fuzz::mutate::Maker;
use fuzz::{Deeds, Outcome, judge, seeds, targets};

#[test]
fn no_finding_of_the_past_comes_back() {
    for target in targets::ALL {
        for (path, input) in seeds::kept(&target) {
            if let Outcome::Bad(complaint) = judge(&target, &input, &mut Deeds::default()) {
                panic!("{}: {complaint}", path.display());
            }
        }
    }
}

#[test]
fn the_seeds_and_a_few_inputs_made_of_them_are_good() {
    for target in targets::ALL {
        let seeds = (target.seeds)();
        let mut maker = Maker::new(target.kind, seeds.clone(), 1);
        let made = (0..40).map(|_| maker.next_input());
        for input in seeds.into_iter().take(40).chain(made) {
            if let Outcome::Bad(complaint) = judge(&target, &input, &mut Deeds::default()) {
                panic!("{}: {complaint}\n{}", target.name, String::from_utf8_lossy(&input));
            }
        }
    }
}
