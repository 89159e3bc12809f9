//! The words behind the cues, sorted, with a comma after each. Verbs stand in their base form and are inflected
//! regularly; irregular forms and phrases of up to three words stand as they are.
//!
//! A table is one string, so that the page carries no more than the letters.

use super::Forms;
use crate::detect::claim::Cue;

/// Months as written in dates.
pub(in crate::detect::claim) const MONTHS: &str = "
    Apr, April, Aug, August, Dec, December, Feb, February, Jan, January, Jul, July, Jun, June, Mar, March, May,
    Nov, November, Oct, October, Sep, Sept, September
";

/// Units that make a small number a measure in passing: "a 20-minute walk".
pub(in crate::detect::claim) const MEASURES: &str = "
    centimeter, centimetre, cm, day, feet, foot, hour, hours, inch, kilometer, kilometre, km, meter, meters,
    metre, metres, mile, minute, minutes, second, seconds
";

macro_rules! tables {
    ($($cue:ident, $forms:ident: $words:literal;)*) => {
        /// Every table: the cue its words speak for, how they inflect, and the words.
        pub(super) const TABLES: &[(Cue, Forms, &str)] = &[$((Cue::$cue, Forms::$forms, $words)),*];
    };
}

tables! {
    Number, Exact: "
        eighteen, eighty, eleven, fifteen, fifty, forty, fourteen, nineteen, ninety, seventeen, seventy, sixteen,
        sixty, ten, thirteen, thirty, twelve, twenty
    ";
    Generality, Exact: "
        a few of, all, always, anywhere, at least, both, each, entire, entirely, ever, every, everybody, everyone,
        few, few if any, few of, majority, many, most, much of, nearly all, never, never before, no longer, no one,
        no other, nobody, none, numerous, one of, only, several, the whole, whole
    ";
    Percentage, Exact: "
        %, pct, per cent, percent, percentage, percentages
    ";
    Money, Exact: "
        $, aud, bucks, budget, cad, cent, cents, dollar, dollars, eur, euro, euros, fee, fees, gbp, penny, pound,
        pounds, rouble, roubles, ruble, rubles, rupee, rupees, usd, wage, wages, yen, yuan, £, ¥, €, ₹
    ";
    Quantity, Exact: "
        a number of, a third of, acres, billion, billions, double, dozen, dozens, gallons, half, hundred, hundreds,
        hundreds of, in ten, kg, kilometers, kilometres, km, miles, million, millions, one in, one out, out of, per,
        per capita, quarter, quarters, scores of, tens, tenth of, thirds, thousand, thousands, tonnes, tons, total,
        trillion, trillions, triple, twice, two thirds, zero
    ";
    Record, Exact: "
        all time, all time high, all time low, best, biggest, busiest, cheapest, coldest, costliest, darkest,
        deadliest, deepest, easiest, fastest, fifth time, first, first ever, first time, fourth time, greatest,
        hardest, heaviest, highest, historic, hottest, in history, largest, last time, latest in, leading,
        lengthiest, lightest, longest, lowest, most dangerous, most effective, most expensive, most popular,
        most powerful, most sold, most successful, most valuable, most visited, nearest, newest, number one, oldest,
        peak, poorest, prevalent, record, record high, record low, records, richest, safest, second largest,
        second time, sharpest, shortest, simplest, slowest, smallest, steepest, strongest, tallest, third time,
        top selling, toughest, unprecedented, warmest, weakest, wealthiest, wettest, widest, worst, youngest
    ";
    Outcome, Exact: "
        awarded, beat, beaten, champion, defeat, defeated, defeats, elected, equalise, equalising, goal, goals,
        landslide, lead in, lost to, medal, medals, opened the scoring, penalty, prize, reelected, runner up, score,
        scored, scores, scoring, title, trophy, unbeaten, undefeated, victories, victory, win, winner, winning,
        wins, won, won the
    ";
    Comparison, Exact: "
        ahead of, as high as, as little as, as many, as much as, better, bigger, by more than, cheaper, compared,
        comparison, exceed, exceeded, exceeding, exceeds, faster, fewer, greater, higher, larger, less, less than,
        longer, lower, more, more and more, more than, older, outnumber, outpace, poorer, rather than, richer,
        slower, smaller, stronger, ten times, than, three times, times as, times more, twice as, two times, unlike,
        weaker, worse, younger
    ";
    Change, Verb: "
        accelerate, boost, climb, decline, decrease, double, drop, eliminate, expand, extend, gain, halve, improve,
        increase, jump, lower, plummet, plunge, quadruple, raise, rebound, recover, reduce, replace, restore, shed,
        shrink, shutter, skyrocket, slash, slip, soar, strengthen, surge, surpass, triple, tumble, weaken, widen,
        worsen
    ";
    Change, Exact: "
        became, brings the, changed, closed, closing, closure, cut, cuts, cutting, decline, declines, deteriorated,
        deterioration, drop, dropped, dropping, fall, fallen, falling, falls, fell, grew, grow, growing, grown,
        grows, growth, high of, highs, increased, increasingly, lose, loses, losing, loss, losses, low of, lows,
        new high, new low, plummeted, reached, reduction, reductions, rise, risen, rises, rising, rose, shrank,
        slid, slipped, slipping, slump, up to, went down, went from, went up, year high, year low
    ";
    Cause, Verb: "
        affect, cause, contribute, help, impact, lead, prevent, prompt, result, trigger
    ";
    Cause, Exact: "
        a result of, amid, amidst, as a consequence, as a result, as part of, attributed to, because, because of,
        blamed on, brought about, cause of, caused by, consequence, consequences, contributory, depends on, due to,
        effect, effects, factor, factors, forced, forced to, forcing, impact on, implications, in response, lead to,
        leading to, leads to, led to, linked to, made it, on the grounds, owing to, reason, reasons, response to,
        result of, resulted in, side effect, so that, stems from, thanks to, the cause, therefore, to blame,
        triggered by, which means
    ";
    Law, Verb: "
        adopt, appeal, approve, authorise, authorize, convict, enact, impeach, legislate, outlaw, overturn, pass,
        prosecute, ratify, repeal, rule, sanction, sentence, settle, sue, suspend, uphold, veto, vote
    ";
    Law, Noun: "
        act, agreement, amendment, attorney, ballot, ban, bill, bond, constitution, contract, court, deal, election,
        embargo, guarantee, injunction, judge, jury, law, lawsuit, lawyer, legislation, mandate, parole, patent,
        permit, policy, prison, probe, protest, regulation, resolution, ruling, sanction, statute, tax, treaty,
        trial, verdict, veto, visa, vote, warrant
    ";
    Law, Exact: "
        arrears, asylum, banned, banning, charged, citizenship, congress, congressional, court ruled, deported,
        federal, filed, illegal, illegally, jurisdiction, legal, legally, legitimate, mandatory, parliament, ruled,
        senate, sued, supreme court, taxes, trademark, unconstitutional, unlawful, unlawfully, upheld, vetoed,
        voted, voters, votes, voting
    ";
    Statistic, Noun: "
        average, birth, birth rate, casualty, cost, crossing, death toll, debt, deficit, earning, estimate, export,
        figure, gdp, household, import, income, inflation, interest rate, margin, market share, median, number,
        passenger, patient, percentile, poll, population, premium, preorder, price, profit, proportion, quota, rate,
        ratio, revenue, salary, sale, share, signature, spending, statistic, stock, subscriber, surplus, tariff,
        toll, ton, tonnage, turnout, unemployment, unit, user, value, viewer, visitor, wage, worker, yield
    ";
    Statistic, Exact: "
        about half, accounted for, accounts for, almost, an estimated, approximately, index, indexes, indices,
        nearly, on average, per day, per month, ratings, roughly
    ";
    Accusation, Verb: "
        abuse, accuse, admit, allege, assert, betray, blame, breach, bribe, cheat, claim, complain, conceal,
        condemn, confess, confirm, contradict, criticise, criticize, deceive, defend, deny, dismiss, dispute,
        distort, fabricate, falsify, hack, ignore, insist, interrogate, investigate, lie, mislead, oppose, question,
        refuse, refute, reiterate, reject, steal, violate, warn
    ";
    Accusation, Exact: "
        accusation, accusations, allegation, allegations, allegedly, charged with, charges, conspiracy, corrupt,
        corruption, criticism, denial, denials, denied, did not say, fail to, failed, failed to, failing, fails to,
        false, falsely, flaw, flaws, fraud, guilty, had not, has not, have not, lied, lying, meddling, misled,
        mistaken, mistakenly, no evidence, not true, petition, refusal, refusals, refused, scandal, secretly, stole,
        stolen, suspect, suspected, suspicion, turned down, under fire, untrue, violation, violations,
        whistleblower, without reason, wrongdoing, wrongly
    ";
    Harm, Verb: "
        arrest, assassinate, assault, attack, behead, bomb, bombard, collapse, crash, damage, deport, destroy,
        detain, die, drown, evacuate, evict, execute, expel, explode, harm, imprison, infect, injure, invade, jail,
        kidnap, kill, launder, loot, murder, poison, raid, rape, rob, seize, smuggle, strand, threaten, torture,
        wound
    ";
    Harm, Exact: "
        abuse, accident, accidents, airstrike, airstrikes, asylum seekers, at risk, attacker, attackers, bailout,
        bankrupt, bankruptcy, blackout, blast, bloodshed, bombing, bombings, brain damage, breakdown, bug, burned,
        camp, camps, cancer, casualties, catastrophe, chaos, cholera, clash, clashes, contaminated, contamination,
        corpse, corpses, crime, crimes, criminal, crisis, danger, dangerous, dead, deadliest, deadly, death, deaths,
        deficiency, deficient, delay, delayed, delays, demining, detainees, died, disaster, disease, diseases,
        disorder, disorders, displaced, drought, drug, drugs, earthquake, emergency, epidemic, evacuation,
        explosion, extremist, extremists, famine, fatal, fatalities, fatality, fire broke, fires, firing, firings,
        flaws, fled, flood, flooding, floods, foreclosure, foreclosures, fought, genocide, gunfire, gunman, gunmen,
        handcuffed, hazard, hazardous, hijacked, homeless, homelessness, homicide, hospitalised, hospitalized,
        hostage, hostages, hunger, hurricane, hurt, illness, infection, injuries, injury, job cuts, job losses,
        killer, killing, laid off, layoffs, looting, lost their, malnutrition, massacre, militant, militants,
        minefield, minefields, mines, missile, missiles, mortality, nuclear, on fire, opened fire, outage, outbreak,
        overdose, overdoses, pandemic, plagued, pollution, poverty, prisoner, prisoners, racist, radiation,
        recession, refugee, refugees, riot, riots, risk, risks, robbery, safety, security, sexual, shelling,
        shooting, shortage, shortages, shortfall, shot, shutdown, sick, side effects, slain, slavery, spill,
        stabbed, stabbing, starvation, storm, stranded, strike, strike action, strikes, struck, suffer, suffered,
        suffering, suffers, suicide, terror, terrorism, terrorist, terrorists, theft, threat, threats, tornado,
        toxic, trafficking, tsunami, turmoil, unrest, unsafe, victim, victims, violence, violent, virus,
        vulnerabilities, vulnerability, war, wars, weapon, weapons, wildfire, wounded, wreck, wrecked
    ";
    Evidence, Noun: "
        academic, analysis, analyst, audit, census, confirmation, data, document, email, evidence, expert,
        figures show, finding, footage, indicator, inquiry, inspector, investigation, investigator, letter, memo,
        outcome, proof, report, research, researcher, result, scientist, source, statistics show, study, survey,
        testimony, transcript, witness
    ";
    Evidence, Verb: "
        conclude, demonstrate, discover, document, estimate, indicate, observe, prove, reveal, verify
    ";
    Evidence, Exact: "
        found that, known to, latest report, measured, new report, new study, researchers found, show that,
        shown to, shows that, tests showed
    ";
    Attribution, Verb: "
        acknowledge, add, announce, argue, ask, comment, declare, describe, explain, inform, maintain, mention,
        note, recall, recommend, reply, report, request, respond, reveal, state, suggest, testify
    ";
    Attribution, Exact: "
        according to, cited, cites, citing, it was said, quoted, quotes, quoting, reportedly, said, said that, say,
        saying, says, speaks of, spoke about, spoke of, spoken of, spokesman, spokesperson, spokeswoman, statement,
        tell, telling, tells, told, write, writes, writing, wrote
    ";
    OfficialAct, Verb: "
        abolish, acquire, agree, allocate, allow, appoint, approve, assign, assure, award, ban, buy, cancel,
        coordinate, declare, demand, deploy, dismantle, fund, grant, impose, introduce, invest, issue, launch, lift,
        nominate, offer, order, overrule, pardon, permit, pledge, postpone, provide, purchase, recall, recognise,
        recognize, recommend, refund, release, require, resign, restrict, sign, spend, subsidise, subsidize,
        transfer, unveil, withdraw
    ";
    OfficialAct, Exact: "
        aid, bailout, bought, built, called for, decided, decision, decisions, fined, forced, freed, funding, gave,
        given, grants, loan, loans, merger, military, negotiations, package, plans to, program, programme, programs,
        proposal, proposed, reform, reforms, repaid, returned, sell, selling, sells, sent, sold, soldiers, spent,
        subsidies, subsidy, taken, to be closed, took, troops, was made, were made, will be closed, will receive,
        withdrawal, withdrew
    ";
    Date, Exact: "
        a day after, a decade, after, afterwards, ago, annual, annually, april, august, before, by the end, by then,
        century, days later, decade, decades, december, during, each year, earlier, every year, february,
        for the first, friday, january, july, june, last month, last week, last year, later, march, minutes later,
        monday, november, october, per year, previously, recent, recently, saturday, september, since, sunday,
        the previous, this day, this month, this week, this year, thursday, today, tomorrow, tonight, tuesday,
        until, wednesday, weeks, weeks later, years, years later, yesterday
    ";
    Opinion, Exact: "
        absurd, admire, alarmed, amazing, appalling, awful, bad, beautiful, believe, believed, believes, brilliant,
        clearly, concern, concerned, concerns, crazy, deplorable, deserve, deserves, disagree, disappointed,
        disappointing, disgrace, disgraceful, disgusting, emotional, enjoy, excellent, exciting, extraordinary,
        extremely, fair, fantastic, feel, feeling, feels, frankly, glad, good, grateful, great, happy, hoped,
        horrible, i feel, i think, important, impressive, incredible, incredibly, interesting, love, loved, loves,
        magnificent, morally, must, nice, obvious, obviously, opinion, ought, outrageous, painful, perfect, pleased,
        pretty, pride, proud, really, regrettable, remarkable, respect, sad, sadly, shame, shameful, should,
        shouldn, simply, so called, sorry, stupid, terrible, thank, thankful, think, thinks, thought, thrilled,
        too many, too much, tragic, tremendous, truly, unacceptable, unfair, unfortunate, unfortunately, very,
        welcome, wonderful, worried, wrong
    ";
    Prediction, Exact: "
        anticipate, anticipated, anticipates, expect, expectation, expectations, expected, expects, forecast,
        forecasts, going to, in the future, likely, ll, next month, next week, next year, predict, predicted,
        prediction, predictions, predicts, prospect, scheduled, shall, soon, the coming, the future, upcoming, will
    ";
    Intention, Exact: "
        aim, aimed, aiming, aims, commit, committed, eager, goal, goals, hope, hopes, hoping, intend, intended,
        intends, intention, let, need, needs, offer, offers, plan to, planning to, plans, plans to, prepared to,
        promise, promised, promises, propose, proposes, ready to, seek, seeking, seeks, to help, to make, trying to,
        want, wanted, wants, willing, wish, wishes, would like
    ";
    FirstPerson, Exact: "
        i, m, me, mine, my, myself, our, ours, ourselves, us, ve, we
    ";
    Vagueness, Exact: "
        a lot, any other, anybody, anyone, anything, apparently, appear, appears, could, it seems, kind of, may,
        maybe, might, often, perhaps, possible, possibly, potential, potentially, probably, seem, seemed, seems,
        some, somebody, somehow, someone, something, sometimes, somewhat, sort of, stuff, thing, things, unclear,
        usually, whatever, would
    ";
}
