//! Times on the clock: "15:14", "3 p.m.", "nine o'clock", "noon", "1800 GMT".

use super::english::{Is, Word};
use super::lex::Line;
use super::pattern::Parts;
use super::unit::Unit;
use super::value::Clock;

/// Reads a time of the clock from token `at`; gives the token after it.
pub fn read(line: &Line, at: usize, parts: &mut Parts) -> Option<usize> {
    let (clock, end) = match line.word(at) {
        Word::Is(Is::Noon | Is::Midday) => (Clock::exact(12), at + 1),
        Word::Is(Is::Midnight) => (Clock::exact(24), at + 1),
        Word::Number(hour @ 1..=12) => {
            let (half, end) = half_of_day(line, at + 1)?;
            (Clock::exact(on_the_clock(u32::from(hour), half)?), end)
        }
        Word::Digits => figures(line, at)?,
        _ => return None,
    };
    parts.fields.clock = Some(clock);
    Some(end)
}

/// Which half of the day was said.
#[derive(Clone, Copy, PartialEq)]
enum DayHalf {
    Unsaid,
    Morning,
    Afternoon,
}

/// The hour of 24.
fn on_the_clock(hour: u32, half: DayHalf) -> Option<u8> {
    let hour = match (half, hour) {
        (DayHalf::Morning, 12) => 0,
        (DayHalf::Unsaid, 0..=24) | (DayHalf::Morning, 1..=11) | (DayHalf::Afternoon, 12) => hour,
        (DayHalf::Afternoon, 1..=11) => hour + 12,
        _ => return None,
    };
    u8::try_from(hour).ok()
}

/// "a.m.", "pm", "o'clock"
fn half_of_day(line: &Line, at: usize) -> Option<(DayHalf, usize)> {
    match line.word(at) {
        Word::Is(Is::Am) => Some((DayHalf::Morning, at + 1)),
        Word::Is(Is::Pm) => Some((DayHalf::Afternoon, at + 1)),
        Word::Is(letter @ (Is::A | Is::P)) if line.word(at + 1) == Word::Stop && line.is(at + 2, Is::M) => {
            let half = if letter == Is::A { DayHalf::Morning } else { DayHalf::Afternoon };
            let stop = line.word(at + 3) == Word::Stop && line.glued(at + 3);
            Some((half, if stop { at + 4 } else { at + 3 }))
        }
        Word::Is(Is::O) if line.word(at + 1) == Word::Apostrophe && line.is(at + 2, Is::Clock) => {
            Some((DayHalf::Unsaid, at + 3))
        }
        _ => None,
    }
}

fn figures(line: &Line, at: usize) -> Option<(Clock, usize)> {
    let (length, number) = line.digits(at)?;
    if line.glued(at) && !matches!(line.before(at), Word::Open | Word::Dash | Word::Other | Word::Is(Is::T))
        || line.before(at) == Word::Money
    {
        return None;
    }
    let next = at + 1;
    let colon = matches!(line.word(next), Word::Colon | Word::Stop) && line.glued(next) && line.glued(next + 1);
    if colon && length <= 2 {
        let (2, minute) = line.digits(next + 1)? else { return None };
        let mut end = next + 2;
        let mut second = None;
        if line.word(end) == Word::Colon && line.glued(end) && line.glued(end + 1) {
            let (2, read) = line.digits(end + 1)? else { return None };
            second = u8::try_from(read).ok().filter(|second| *second < 60);
            second?;
            end += 2;
        }
        let minute = u8::try_from(minute).ok().filter(|minute| *minute < 60)?;
        let half = half_of_day(line, end);
        if half.is_none() {
            let zoned = matches!(line.word(end), Word::Zone(_) | Word::ZoneName | Word::Units(Unit::Hour))
                || (line.is(end, Is::Z) && line.glued(end));
            let led = matches!(
                line.before(at),
                Word::Is(
                    Is::At
                        | Is::By
                        | Is::Around
                        | Is::About
                        | Is::Until
                        | Is::Till
                        | Is::From
                        | Is::To
                        | Is::Before
                        | Is::After
                        | Is::Since
                        | Is::T
                        | Is::Between
                )
            );
            let glued_after = line.glued(end)
                && matches!(line.word(end), Word::Colon | Word::Digits | Word::Percent | Word::Slash | Word::Is(_));
            if (line.word(next) == Word::Stop || glued_after) && !zoned || !(zoned || led || at == 0) {
                return None;
            }
        }
        let (half, end) = half.unwrap_or((DayHalf::Unsaid, end));
        let hour = on_the_clock(number, half).filter(|hour| *hour < 24)?;
        return Some((Clock { hour: Some(hour), minute: Some(minute), second, zone: None }, end));
    }
    if length <= 2 {
        let (half, end) = half_of_day(line, next)?;
        return Some((Clock::exact(on_the_clock(number, half)?), end));
    }
    let military = matches!(line.word(next), Word::Zone(_)) || line.word(next) == Word::Units(Unit::Hour);
    if length == 4 && military && number / 100 < 24 && number % 100 < 60 {
        let clock = Clock {
            hour: u8::try_from(number / 100).ok(),
            minute: u8::try_from(number % 100).ok(),
            second: None,
            zone: None,
        };
        return Some((clock, next));
    }
    None
}

/// "GMT", "EST", "(EST)", "local time"
pub fn zone(line: &Line, at: usize, parts: &mut Parts) -> Option<usize> {
    let bracket = usize::from(line.word(at) == Word::Open);
    let end = match line.word(at + bracket) {
        Word::Zone(zone) => {
            parts.fields.clock = parts.fields.clock.map(|clock| Clock { zone: Some(zone), ..clock });
            at + bracket + 1
        }
        Word::Is(Is::Z) if line.glued(at) => {
            parts.fields.clock = parts.fields.clock.map(|clock| Clock { zone: Some(0), ..clock });
            at + 1
        }
        Word::ZoneName if line.of(at + bracket).bytes().all(|b| b.is_ascii_uppercase()) => at + bracket + 1,
        _ => return None,
    };
    if bracket == 1 {
        return (line.of(end) == ")").then_some(end + 1);
    }
    Some(end)
}
