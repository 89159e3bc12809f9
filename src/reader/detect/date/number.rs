//! Numbers of units: "three", "2 1/2", "a couple of", "twenty-five", "half a", "several".

use super::english::{Is, Word};
use super::lex::Line;
use super::reading::Amount;

/// Whether a number can begin with `word`.
#[must_use]
pub fn opens(word: Word) -> bool {
    match word {
        Word::Digits | Word::Number(_) | Word::Half | Word::Power(_) => true,
        Word::Is(is) => matches!(
            is,
            Is::A
                | Is::An
                | Is::Few
                | Is::Several
                | Is::Many
                | Is::Half
                | Is::Dozens
                | Is::Hundreds
                | Is::Thousands
                | Is::Dozen
                | Is::Couple
                | Is::Some
        ),
        _ => false,
    }
}

/// Reads a number from token `at`; gives it and the token after it.
#[must_use]
pub fn read(line: &Line, at: usize) -> Option<(Amount, usize)> {
    match line.word(at) {
        Word::Digits | Word::Half => digits(line, at),
        Word::Number(_) | Word::Power(_) => spelled(line, at),
        Word::Is(Is::A | Is::An) => article(line, at),
        Word::Is(Is::Few | Is::Several | Is::Many | Is::Some) => {
            let next = at + 1;
            Some((Amount::Vague, if line.is(next, Is::Of) { next + 1 } else { next }))
        }
        Word::Is(Is::Dozen) => Some((Amount::whole(12), at + 1)),
        Word::Is(Is::Couple) => Some((Amount::whole(2), if line.is(at + 1, Is::Of) { at + 2 } else { at + 1 })),
        Word::Is(Is::Dozens | Is::Hundreds | Is::Thousands) if line.is(at + 1, Is::Of) => Some((Amount::Vague, at + 2)),
        Word::Is(Is::Half) if matches!(line.word(at + 1), Word::Is(Is::A | Is::An)) => {
            Some((Amount::Hundredths(50), at + 2))
        }
        _ => None,
    }
}

/// "a", "a hundred", "a few", "a couple of", "a dozen", "a half"
fn article(line: &Line, at: usize) -> Option<(Amount, usize)> {
    let next = at + 1;
    match line.word(next) {
        Word::Power(_) => spelled(line, next),
        Word::Is(Is::Few) => Some((Amount::Vague, next + 1)),
        Word::Is(Is::Couple) => Some((Amount::whole(2), if line.is(next + 1, Is::Of) { next + 2 } else { next + 1 })),
        Word::Is(Is::Dozen) => Some((Amount::whole(12), next + 1)),
        Word::Is(Is::Half) => Some((Amount::Hundredths(50), next + 1)),
        Word::Number(_) | Word::Digits | Word::Is(Is::Several) => None,
        _ => Some((Amount::whole(1), next)),
    }
}

/// "20", "20,000", "1.5", "2 1/2", "2½", "1/2"
fn digits(line: &Line, at: usize) -> Option<(Amount, usize)> {
    if line.word(at) == Word::Half {
        return Some((Amount::Hundredths(50), at + 1));
    }
    let (_, number) = line.digits(at)?;
    let mut whole = u64::from(number);
    let mut next = at + 1;
    while line.word(next) == Word::Comma && line.glued(next) && line.glued(next + 1) {
        let Some((3, group)) = line.digits(next + 1) else { break };
        whole = whole.checked_mul(1000)?.checked_add(u64::from(group))?;
        next += 2;
    }
    let mut hundredths = whole.checked_mul(100)?;
    if line.word(next) == Word::Stop && line.glued(next) && line.glued(next + 1) {
        match line.digits(next + 1) {
            Some((1, tenths)) => hundredths += u64::from(tenths) * 10,
            Some((2, part)) => hundredths += u64::from(part),
            _ => return None,
        }
        next += 2;
    } else if line.word(next) == Word::Half {
        hundredths += 50;
        next += 1;
    } else if let Some(part) = fraction(line, next) {
        hundredths += part;
        next += 3;
    } else if line.word(next) == Word::Dash && line.glued(next) {
        if let Some(part) = fraction(line, next + 1) {
            hundredths += part;
            next += 4;
        }
    } else if let Word::Power(power) = line.word(next) {
        hundredths = hundredths.checked_mul(10_u64.checked_pow(u32::from(power))?)?;
        next += 1;
    }
    Some((Amount::Hundredths(hundredths), next))
}

/// "1/2", "3/4" in hundredths.
fn fraction(line: &Line, at: usize) -> Option<u64> {
    let (Some((1, top)), Some((1, bottom))) = (line.digits(at), line.digits(at + 2)) else { return None };
    let is_fraction = line.word(at + 1) == Word::Slash && line.glued(at + 1) && line.glued(at + 2);
    match (is_fraction, top, bottom) {
        (true, 1, 2) => Some(50),
        (true, 1, 4) => Some(25),
        (true, 3, 4) => Some(75),
        _ => None,
    }
}

/// "three", "twenty-five", "two hundred and ten", "two and a half", "two dozen"
fn spelled(line: &Line, mut at: usize) -> Option<(Amount, usize)> {
    let mut total: u64 = 0;
    let mut group: u64 = 0;
    let mut read_any = false;
    loop {
        match line.word(at) {
            Word::Number(number) => {
                let number = u64::from(number);
                let fits = group.is_multiple_of(100) || (group.is_multiple_of(10) && group % 100 >= 20 && number < 10);
                if read_any && !fits {
                    break;
                }
                group += number;
                read_any = true;
                at += 1;
                let joins = line.word(at) == Word::Dash && line.glued(at) && line.glued(at + 1);
                if joins && number >= 20 && matches!(line.word(at + 1), Word::Number(1..=9)) {
                    at += 1;
                }
            }
            Word::Power(2) => {
                group = group.max(1) * 100;
                read_any = true;
                at += 1;
            }
            Word::Power(power) => {
                total += group.max(1).checked_mul(10_u64.checked_pow(u32::from(power))?)?;
                group = 0;
                read_any = true;
                at += 1;
            }
            Word::Is(Is::Dozen) if read_any => {
                group *= 12;
                at += 1;
                break;
            }
            Word::Is(Is::And)
                if read_any && (group >= 100 || total > 0) && matches!(line.word(at + 1), Word::Number(_)) =>
            {
                at += 1;
            }
            _ => break,
        }
        if group > 1_000_000 {
            return None;
        }
    }
    let whole = total.checked_add(group)?;
    let mut hundredths = whole.checked_mul(100)?;
    if line.is(at, Is::And) && line.is(at + 1, Is::A) && line.is(at + 2, Is::Half) {
        hundredths += 50;
        at += 3;
    }
    read_any.then_some((Amount::Hundredths(hundredths), at))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detect::date::lex::classify;
    use crate::text::{TextRange, token};

    fn number(text: &str) -> Option<Amount> {
        let (mut tokens, mut lexemes) = (Vec::new(), Vec::new());
        token::tokenize(text, TextRange::new(0, u32::try_from(text.len()).unwrap()), &mut tokens);
        classify(text, &tokens, &mut lexemes);
        let (amount, next) = read(&Line { text, lexemes: &lexemes, day_first: false }, 0)?;
        assert_eq!(next, lexemes.len(), "{text} is read to the end");
        Some(amount)
    }

    #[test]
    fn numbers_are_read_in_figures_and_words() {
        for (text, hundredths) in [
            ("3", 300),
            ("20,000", 2_000_000),
            ("1.5", 150),
            ("2 1/2", 250),
            ("5-1/2", 550),
            ("2½", 250),
            ("twelve", 1200),
            ("twenty-five", 2500),
            ("twenty four", 2400),
            ("a hundred", 10_000),
            ("two hundred and ten", 21_000),
            ("two thousand", 200_000),
            ("two and a half", 250),
            ("half an", 50),
            ("a couple of", 200),
            ("a dozen", 1200),
            ("two dozen", 2400),
            ("a", 100),
            ("3 million", 300_000_000),
        ] {
            assert_eq!(number(text), Some(Amount::Hundredths(hundredths)), "{text}");
        }
        for text in ["several", "a few", "hundreds of", "many"] {
            assert_eq!(number(text), Some(Amount::Vague), "{text}");
        }
    }
}
