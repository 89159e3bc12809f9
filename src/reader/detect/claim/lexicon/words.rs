//! The words behind the cues, sorted. Verbs stand in their base form and are inflected regularly; irregular forms and
//! phrases of up to three words, with "_" between them, stand as they are.

use super::Entry;
use crate::detect::claim::Cue;
use crate::detect::lexicon::Forms;
use crate::detect::lexicon::packed::List;

/// Units that make a small number a measure in passing: "a 20-minute walk".
pub(in crate::detect::claim) const MEASURES: &str = "centimeter centimetre cm day feet foot hour hours inch \
    kilometer kilometre km meter meters metre metres mile minute minutes second seconds";

macro_rules! lists {
    ($($cue:ident, $forms:ident: $words:literal;)*) => {
        /// The words that speak for each cue, whose bit is set; and those that are something else to the model.
        pub(super) const LISTS: &[List] = &[
            $((1 << Cue::$cue as u32, Forms::$forms, $words),)*
            (Entry::SECOND_PERSON, Forms::Exact, "you your yours"),
            (Entry::NEGATION, Forms::Exact, "never no nor not"),
            (Entry::MODAL, Forms::Exact, "can could may might must should will would"),
            (Entry::SMALL_NUMBER, Forms::Exact, "eight five four nine seven six three two"),
            (Entry::STATE, Forms::Exact, "are has have is"),
            (Entry::PAST_STATE, Forms::Exact, "been had was were"),
        ];
    };
}

lists! {
    Number, Exact: "
        eighteen eighty eleven fifteen fifty forty fourteen nineteen ninety seventeen seventy sixteen sixty ten
        thirteen thirty twelve twenty
    ";
    Generality, Exact: "
        a_few_of all always anywhere at_least both each entire entirely ever every everybody everyone few
        few_if_any few_of majority many most much_of nearly_all never never_before no_longer no_one no_other
        nobody none numerous one_of only several the_whole whole
    ";
    Percentage, Exact: "
        % pct per_cent percent percentage percentages
    ";
    Money, Noun: "
        cent dollar fee pound rouble ruble rupee wage
    ";
    Money, Exact: "
        $ aud bucks budget cad eur euro euros gbp penny usd yen yuan £ ¥ € ₹
    ";
    Quantity, Noun: "
        billion dozen hundred million quarter thousand trillion
    ";
    Quantity, Exact: "
        a_number_of a_third_of acres double gallons half hundreds_of in_ten kg kilometers kilometres km miles
        one_in one_out out_of per per_capita scores_of tens tenth_of thirds tonnes tons total triple twice
        two_thirds zero
    ";
    Record, Exact: "
        all_time all_time_high all_time_low best biggest busiest cheapest coldest costliest darkest deadliest
        deepest easiest fastest fifth_time first first_ever first_time fourth_time greatest hardest heaviest
        highest historic hottest in_history largest last_time latest_in leading lengthiest lightest longest
        lowest most_dangerous most_effective most_expensive most_popular most_powerful most_sold most_successful
        most_valuable most_visited nearest newest number_one oldest peak poorest prevalent record record_high
        record_low records richest safest second_largest second_time sharpest shortest simplest slowest smallest
        steepest strongest tallest third_time top_selling toughest unprecedented warmest weakest wealthiest
        wettest widest worst youngest
    ";
    Outcome, Noun: "
        defeat goal medal score victory win
    ";
    Outcome, Exact: "
        awarded beat beaten champion defeated elected equalise equalising landslide lead_in lost_to
        opened_the_scoring penalty prize reelected runner_up scored scoring title trophy unbeaten undefeated
        winner winning won won_the
    ";
    Comparison, Exact: "
        ahead_of as_high_as as_little_as as_many as_much_as better bigger by_more_than cheaper compared
        comparison exceed exceeded exceeding exceeds faster fewer greater higher larger less less_than longer
        lower more more_and_more more_than older outnumber outpace poorer rather_than richer slower smaller
        stronger ten_times than three_times times_as times_more twice_as two_times unlike weaker worse younger
    ";
    Change, Verb: "
        accelerate boost climb decline decrease double drop+ eliminate expand extend gain halve improve increase
        jump lower plummet plunge quadruple raise rebound recover reduce replace restore shed+ shrink shutter
        skyrocket slash slip+ soar strengthen surge surpass triple tumble weaken widen worsen
    ";
    Change, Noun: "
        cut decline fall grow lose loss reduction rise
    ";
    Change, Exact: "
        became brings_the changed closed closing closure cutting deteriorated deterioration fallen falling fell
        grew growing grown growth high_of highs increased increasingly losing low_of lows new_high new_low
        plummeted reached risen rising rose shrank slid slump up_to went_down went_from went_up year_high
        year_low
    ";
    Cause, Verb: "
        affect cause contribute help impact lead prevent prompt result trigger
    ";
    Cause, Noun: "
        consequence effect factor reason
    ";
    Cause, Exact: "
        a_result_of amid amidst as_a_consequence as_a_result as_part_of attributed_to because because_of
        blamed_on brought_about cause_of caused_by contributory depends_on due_to forced forced_to forcing
        impact_on implications in_response lead_to leading_to leads_to led_to linked_to made_it on_the_grounds
        owing_to response_to result_of resulted_in side_effect so_that stems_from thanks_to the_cause therefore
        to_blame triggered_by which_means
    ";
    Law, Verb: "
        adopt appeal approve authorise authorize convict enact impeach legislate outlaw overturn pass prosecute
        ratify repeal rule sanction sentence settle sue suspend uphold veto vote
    ";
    Law, Noun: "
        act agreement amendment attorney ballot ban bill bond constitution contract court deal election embargo
        guarantee injunction judge jury law lawsuit lawyer legislation mandate parole patent permit policy
        prison probe protest regulation resolution ruling sanction statute tax treaty trial verdict veto visa
        vote warrant
    ";
    Law, Exact: "
        arrears asylum banned banning charged citizenship congress congressional court_ruled deported federal
        filed illegal illegally jurisdiction legal legally legitimate mandatory parliament ruled senate sued
        supreme_court taxes trademark unconstitutional unlawful unlawfully upheld vetoed voted voters votes
        voting
    ";
    Statistic, Noun: "
        average birth birth_rate casualty cost crossing death_toll debt deficit earning estimate export figure
        gdp household import income index inflation interest_rate margin market_share median number passenger
        patient percentile poll population premium preorder price profit proportion quota rate revenue salary
        sale share signature spending statistic stock subscriber surplus tariff toll ton tonnage turnout
        unemployment unit user value viewer visitor wage worker yield
    ";
    Statistic, Exact: "
        about_half accounted_for accounts_for almost an_estimated approximately indices nearly on_average
        per_day per_month ratings ratio ratios roughly
    ";
    Accusation, Verb: "
        abuse accuse admit+ allege assert betray blame breach bribe cheat claim complain conceal condemn confess
        confirm contradict criticise criticize deceive defend deny dismiss dispute distort fabricate falsify
        hack ignore insist interrogate investigate lie mislead oppose question refuse refute reiterate reject
        steal violate warn
    ";
    Accusation, Noun: "
        accusation allegation denial flaw refusal violation
    ";
    Accusation, Exact: "
        allegedly charged_with charges conspiracy corrupt corruption criticism denied did_not_say fail_to failed
        failed_to failing fails_to false falsely fraud guilty had_not has_not have_not lied lying meddling
        misled mistaken mistakenly no_evidence not_true petition refused scandal secretly stole stolen suspect
        suspected suspicion turned_down under_fire untrue whistleblower without_reason wrongdoing wrongly
    ";
    Harm, Verb: "
        arrest assassinate assault attack behead bomb bombard collapse crash damage deport destroy detain die
        drown evacuate evict execute expel+ explode harm imprison infect injure invade jail kidnap+ kill launder
        loot murder poison raid rape rob+ seize smuggle strand threaten torture wound
    ";
    Harm, Noun: "
        accident airstrike attacker bombing camp clash corpse crime death delay disease disorder drug extremist
        fatality firing flood foreclosure hostage injury militant minefield missile overdose prisoner refugee
        riot risk shortage strike suffer terrorist threat victim vulnerability war weapon
    ";
    Harm, Exact: "
        abuse asylum_seekers at_risk bailout bankrupt bankruptcy blackout blast bloodshed brain_damage breakdown
        bug burned cancer casualties catastrophe chaos cholera contaminated contamination criminal crisis danger
        dangerous dead deadliest deadly deficiency deficient delayed demining detainees died disaster displaced
        drought earthquake emergency epidemic evacuation explosion famine fatal fire_broke fires flaws fled
        flooding fought genocide gunfire gunman gunmen handcuffed hazard hazardous hijacked homeless
        homelessness homicide hospitalised hospitalized hunger hurricane hurt illness infection job_cuts
        job_losses killer killing laid_off layoffs looting lost_their malnutrition massacre mines mortality
        nuclear on_fire opened_fire outage outbreak pandemic plagued pollution poverty racist radiation
        recession robbery safety security sexual shelling shooting shortfall shot shutdown sick side_effects
        slain slavery spill stabbed stabbing starvation storm stranded strike_action struck suffered suffering
        suicide terror terrorism theft tornado toxic trafficking tsunami turmoil unrest unsafe violence violent
        virus wildfire wounded wreck wrecked
    ";
    Evidence, Noun: "
        academic analysis analyst audit census confirmation data document email evidence expert figures_show
        finding footage indicator inquiry inspector investigation investigator letter outcome proof report
        research researcher result scientist source statistics_show study survey testimony transcript witness
    ";
    Evidence, Verb: "
        conclude demonstrate discover document estimate indicate observe prove reveal verify
    ";
    Evidence, Exact: "
        found_that known_to latest_report measured memo memos new_report new_study researchers_found show_that
        shown_to shows_that tests_showed
    ";
    Attribution, Verb: "
        acknowledge add announce argue ask comment declare describe explain inform maintain mention note recall
        recommend reply report request respond reveal state suggest testify
    ";
    Attribution, Noun: "
        say tell write
    ";
    Attribution, Exact: "
        according_to cited cites citing it_was_said quoted quotes quoting reportedly said said_that saying
        speaks_of spoke_about spoke_of spoken_of spokesman spokesperson spokeswoman statement telling told
        writing wrote
    ";
    OfficialAct, Verb: "
        abolish acquire agree allocate allow appoint approve assign assure award ban+ buy cancel coordinate
        declare demand deploy dismantle fund grant impose introduce invest issue launch lift nominate offer
        order overrule pardon permit+ pledge postpone provide purchase recall recognise recognize recommend
        refund release require resign restrict sign spend subsidise subsidize transfer+ unveil withdraw
    ";
    OfficialAct, Noun: "
        decision loan program reform sell subsidy
    ";
    OfficialAct, Exact: "
        aid bailout bought built called_for decided fined forced freed funding gave given grants merger military
        negotiations package plans_to programme proposal proposed repaid returned selling sent sold soldiers
        spent taken to_be_closed took troops was_made were_made will_be_closed will_receive withdrawal withdrew
    ";
    Date, Exact: "
        a_day_after a_decade after afterwards ago annual annually april august before by_the_end by_then century
        days_later decade decades december during each_year earlier every_year february for_the_first friday
        january july june last_month last_week last_year later march minutes_later monday november october
        per_year previously recent recently saturday september since sunday the_previous this_day this_month
        this_week this_year thursday today tomorrow tonight tuesday until wednesday weeks weeks_later years
        years_later yesterday
    ";
    Opinion, Noun: "
        believe concern deserve feel love think
    ";
    Opinion, Exact: "
        absurd admire alarmed amazing appalling awful bad beautiful believed brilliant clearly concerned crazy
        deplorable disagree disappointed disappointing disgrace disgraceful disgusting emotional enjoy excellent
        exciting extraordinary extremely fair fantastic feeling frankly glad good grateful great happy hoped
        horrible i_feel i_think important impressive incredible incredibly interesting loved magnificent morally
        must nice obvious obviously opinion ought outrageous painful perfect pleased pretty pride proud really
        regrettable remarkable respect sad sadly shame shameful should shouldn simply so_called sorry stupid
        terrible thank thankful thought thrilled too_many too_much tragic tremendous truly unacceptable unfair
        unfortunate unfortunately very welcome wonderful worried wrong
    ";
    Prediction, Noun: "
        anticipate expect expectation forecast predict prediction
    ";
    Prediction, Exact: "
        anticipated expected going_to in_the_future likely ll next_month next_week next_year predicted prospect
        scheduled shall soon the_coming the_future upcoming will
    ";
    Intention, Noun: "
        aim goal hope intend need offer promise propose seek want wish
    ";
    Intention, Exact: "
        aimed aiming commit committed eager hoping intended intention let plan_to planning_to plans plans_to
        prepared_to promised ready_to seeking to_help to_make trying_to wanted willing would_like
    ";
    FirstPerson, Exact: "
        i m me mine my myself our ours ourselves us ve we
    ";
    Vagueness, Noun: "
        appear seem thing
    ";
    Vagueness, Exact: "
        a_lot any_other anybody anyone anything apparently could it_seems kind_of may maybe might often perhaps
        possible possibly potential potentially probably seemed some somebody somehow someone something
        sometimes somewhat sort_of stuff unclear usually whatever would
    ";
}
