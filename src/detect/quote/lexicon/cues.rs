//! The verbs that report speech, in two tiers: every form a table row, so that a reader can check them.

/// Verbs that nearly always report words: finite forms.
pub const SAYING: &str = "
    acknowledge acknowledged acknowledges add added adds admit admits admitted advise advised advises affirm
    affirmed affirms allege alleged alleges announce announced announces answer answered answers argue argued
    argues ask asked asks assert asserted asserts assure assured assures bark barked barks began begin begins
    bellow bellowed bellows bemoan bemoaned bemoans blog blogged blogs boast boasted boasts caution cautioned
    cautions chant chanted chants chide chided chides chuckle chuckled chuckles claim claimed claims comment
    commented comments complain complained complains concede conceded concedes conclude concluded concludes
    confess confessed confesses confide confided confides confirm confirmed confirms contend contended contends
    continue continued continues counter countered counters cried cries cry deadpan deadpanned deadpans declare
    declared declares demand demanded demands denied denies deny disclose disclosed discloses divulge divulged
    divulges e-mail e-mailed e-mails echo echoed echos elaborate elaborated elaborates email emailed emails
    emphasise emphasised emphasises emphasize emphasized emphasizes enthuse enthused enthuses estimate estimated
    estimates exclaim exclaimed exclaims explain explained explains fume fumed fumes groan groaned groans growl
    growled growls grumble grumbled grumbles gush gushed gushes hiss hissed hisses holler hollered hollers howl
    howled howls implore implored implores inform informed informs insist insisted insists interject interjected
    interjects intone intoned intones joke joked jokes lament lamented laments laugh laughed laughs maintain
    maintained maintains marvel marveled marvels mock mocked mocks mumble mumbled mumbles murmur murmured
    murmurs muse mused muses mutter muttered mutters note noted notes observe observed observes opine opined
    opines plead pleaded pleads pledge pledged pledges point pointed points post posted posts preach preached
    preaches predict predicted predicts proclaim proclaimed proclaims promise promised promises pronounce
    pronounced pronounces quip quipped quips quote quoted quotes rail railed rails read reads reason reasoned
    reasons recall recalled recalls recount recounted recounts reiterate reiterated reiterates rejoin rejoined
    rejoins remark remarked remarks remember remembered remembers remind reminded reminds repeat repeated
    repeats replied replies reply report reported reports respond responded responds retort retorted retorts
    reveal revealed reveals roar roared roars said say says scoff scoffed scoffs scream screamed screams shout
    shouted shouts sigh sighed sighs snap snapped snaps sneer sneered sneers sob sobbed sobs speculate
    speculated speculates squeal squealed squeals stammer stammered stammers state stated states stipulate
    stipulated stipulates stress stressed stresses stutter stuttered stutters suggest suggested suggests
    summarise summarised summarises summarize summarized summarizes surmise surmised surmises tease teased
    teases tell tells testified testifies testify text texted texts theorise theorised theorises theorize
    theorized theorizes thunder thundered thunders told tout touted touts tweet tweeted tweets urge urged urges
    vent vented vents volunteer volunteered volunteers vow vowed vows wail wailed wails warn warned warns
    whisper whispered whispers wisecrack wisecracked wisecracks wonder wondered wonders write writes written
    wrote yell yelled yells
";

/// The same verbs as participles: "adding".
pub const SAYING_ING: &str = "
    acknowledging adding admitting advising affirming alleging announcing answering arguing asking asserting
    assuring barking beginning bellowing bemoaning blogging boasting cautioning chanting chiding chuckling
    claiming commenting complaining conceding concluding confessing confiding confirming contending continuing
    countering crying deadpanning declaring demanding denying disclosing divulging e-mailing echoing elaborating
    emailing emphasising emphasizing enthusing estimating exclaiming explaining fuming groaning growling
    grumbling gushing hissing hollering howling imploring informing insisting interjecting intoning joking
    lamenting laughing maintaining marveling mocking mumbling murmuring musing muttering noting observing
    opining pleading pledging pointing posting preaching predicting proclaiming promising pronouncing quipping
    quoting railing reading reasoning recalling recounting reiterating rejoining remarking remembering reminding
    repeating replying reporting responding retorting revealing roaring saying scoffing screaming shouting
    sighing snapping sneering sobbing speculating squealing stammering stating stipulating stressing stuttering
    suggesting summarising summarizing surmising teasing telling testifying texting theorising theorizing
    thundering touting tweeting urging venting volunteering vowing wailing warning whispering wisecracking
    wondering writing yelling
";

/// Verbs that report words only beside a quotation: "called", "described".
pub const JUDGING: &str = "
    accuse accused accuses address addressed addresses agree agreed agrees apologise apologised apologises
    apologize apologized apologizes appeal appealed appeals applaud applauded applauds assail assailed assails
    assess assessed assesses attack attacked attacks attest attested attests back backed backs bash bashed
    bashes believe believed believes berate berated berates blame blamed blames blast blasted blasts brand
    branded brands call called calls cast castigate castigated castigates casts challenge challenged challenges
    champion championed champions characterise characterised characterises characterize characterized
    characterizes chastise chastised chastises cite cited cites compare compared compares condemn condemned
    condemns consider considered considers credit credited credits criticise criticised criticises criticize
    criticized criticizes decide decided decides decried decries decry deem deemed deems defend defended defends
    denounce denounced denounces depict depicted depicts deride derided derides describe described describes
    detail detailed details discuss discussed discusses dismiss dismissed dismisses dub dubbed dubs endorse
    endorsed endorses expect expected expects express expressed expresses fear feared fears feel feels felt find
    finds focus focused focuses found hail hailed hails hear heard hears highlight highlighted highlights hope
    hoped hopes identified identifies identify illustrate illustrated illustrates imagine imagined imagines
    implied implies imply indicate indicated indicates insinuate insinuated insinuates insult insulted insults
    invoke invoked invokes issue issued issues knew know known knows label labeled labels lambaste lambasted
    lambastes laud lauded lauds learn learned learns learnt liken likened likens list listed lists mention
    mentioned mentions offer offered offers outline outlined outlines paint painted paints portray portrayed
    portrays praise praised praises present presented presents promote promoted promotes propose proposed
    proposes publish published publishes put puts question questioned questions raise raised raises rate rated
    rates reassure reassured reassures rebuke rebuked rebukes recommend recommended recommends refer reference
    referenced references referred refers regard regarded regards reject rejected rejects release released
    releases request requested requests ridicule ridiculed ridicules rule ruled rules sang saw scold scolded
    scolds see seen sees show showed shows signal signaled signals sing sings skewer skewered skewers slam
    slammed slams sound sounded sounds speak speaks spoke spoken sung support supported supports swear swears
    swore sworn talk talked talks taunt taunted taunts thank thanked thanks think thinks thought threaten
    threatened threatens trash trashed trashes view viewed views want wanted wants welcome welcomed welcomes
";

/// The same verbs as participles: "calling".
pub const JUDGING_ING: &str = "
    accusing addressing agreing apologising apologizing appealing applauding assailing assessing attacking
    attesting backing bashing believing berating blaming blasting branding calling castigating casting
    challenging championing characterising characterizing chastising citing comparing condemning considering
    crediting criticising criticizing deciding decrying deeming defending denouncing depicting deriding
    describing detailing discussing dismissing dubbing endorsing expecting expressing fearing feeling finding
    focusing hailing hearing highlighting hoping identifying illustrating imagining implying indicating
    insinuating insulting invoking issuing knowing labeling lambasting lauding learning likening listing
    mentioning offering outlining painting portraying praising presenting promoting proposing publishing putting
    questioning raising rating reassuring rebuking recommending referencing referring regarding rejecting
    releasing requesting ridiculing ruling scolding seeing showing signaling singing skewering slamming sounding
    speaking supporting swearing talking taunting thanking thinking threatening trashing viewing wanting
    welcoming
";
