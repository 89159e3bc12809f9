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

/// Forms of these verbs that are as often nouns: "the report", "her claims".
pub const NOUNS_TOO: &str = "
    address addresses answer answers appeal appeals attack attacks back backs blame blast blasts blog blogs
    boast boasts brand brands call calls cast casts challenge challenges chant chants charge charges cite cites
    claim claims comment comments confide counter credit credits cries cry deal defend demand demands detail
    details doubt e-mail e-mails email emails estimate estimates fear fears focus found founded founding
    highlight highlights hope hopes insult insults issue issues joke jokes label labels lament laments laugh
    laughs list lists maintain mention mentions murmur note notes offer offers outline outlines pledge pledges
    point points post posts praise present presents promise promises question questions quote quotes rail rate
    rates read reads reason reasons reference references release releases remark remarked-on remarks remind
    reply report reports request requests response rule rules scream screams shout shouts show shows sigh sign
    signal signals smile snap sound sounds speculate state states support talk talks taunt taunts text texts
    thanks thought thoughts tweet tweets view views volunteer volunteers vow vows want wants welcome welcomes
    wonder wonders worry
";

/// Nouns for what is said, after whoever said it: "her claim that".
pub const SAYINGS: &str = "
    accusation allegation argument assertion assessment assurance belief boast call calls chant chants characterisation
    characterization cheer cheers claim claims comment comments complaint contention cries criticism cry declaration demand denial
    description insistence insult line mantra observation pledge prediction promise promises question quip
    refrain remark remarks response retort shout shouts slogan statement suggestion testimony threat view vow warning words
";

/// Verbs of thought and of showing: they report words only if nothing better does.
pub const THINKING: &str = "
    address addressed addresses agree agreed agrees appeal appealed appeals assess assessed assesses back backed
    backs believe believed believes cast casts compare compared compares consider considered considers decide
    decided decides detail detailed details discuss discussed discusses expect expected expects express
    expressed expresses fear feared fears feel feels felt find finds focus focused focuses found hear heard
    hears hope hoped hopes identified identifies identify illustrate illustrated illustrates imagine imagined
    imagines indicate indicated indicates issue issued issues knew know known knows learn learned learns learnt
    list listed lists offer offered offers present presented presents propose proposed proposes publish
    published publishes put puts raise raised raises rate rated rates recommend recommended recommends reference
    referenced references regard regarded regards release released releases rule ruled rules sang saw see seen
    sees show showed shows signal signaled signals sing sings sound sounded sounds speak speaks spoke spoken
    sung support supported supports swear swears swore sworn talk talked talks think thinks thought view viewed
    views want wanted wants
";

/// The same verbs as participles: "believing".
pub const THINKING_ING: &str = "
    addressing agreing appealing assessing backing believing casting comparing considering deciding detailing
    discussing expecting expressing fearing feeling finding focusing hearing hoping identifying illustrating
    imagining indicating issuing knowing learning listing offering presenting proposing publishing putting
    raising rating recommending referencing regarding releasing ruling seeing showing signaling singing sounding
    speaking supporting swearing talking thinking viewing wanting
";

/// Verbs that report words only beside a quotation: "called", "described".
pub const JUDGING: &str = "
    accuse accused accuses apologise apologised apologises apologize apologized apologizes applaud applauded
    applauds assail assailed assails attack attacked attacks attest attested attests bash bashed bashes berate
    berated berates blame blamed blames blast blasted blasts brand branded brands call called calls castigate
    castigated castigates challenge challenged challenges champion championed champions characterise
    characterised characterises characterize characterized characterizes chastise chastised chastises cite cited
    cites condemn condemned condemns credit credited credits criticise criticised criticises criticize
    criticized criticizes decried decries decry deem deemed deems defend defended defends denounce denounced
    denounces depict depicted depicts deride derided derides describe described describes dismiss dismissed
    dismisses dub dubbed dubs endorse endorsed endorses hail hailed hails highlight highlighted highlights
    implied implies imply insinuate insinuated insinuates insult insulted insults invoke invoked invokes label
    labeled labels lambaste lambasted lambastes laud lauded lauds liken likened likens mention mentioned
    mentions outline outlined outlines paint painted paints portray portrayed portrays praise praised praises
    promote promoted promotes question questioned questions reassure reassured reassures rebuke rebuked rebukes
    refer referred refers reject rejected rejects request requested requests ridicule ridiculed ridicules scold
    scolded scolds skewer skewered skewers slam slammed slams taunt taunted taunts thank thanked thanks threaten
    threatened threatens trash trashed trashes welcome welcomed welcomes
";

/// The same verbs as participles: "calling".
pub const JUDGING_ING: &str = "
    accusing apologising apologizing applauding assailing attacking attesting bashing berating blaming blasting
    branding calling castigating challenging championing characterising characterizing chastising citing
    condemning crediting criticising criticizing decrying deeming defending denouncing depicting deriding
    describing dismissing dubbing endorsing hailing highlighting implying insinuating insulting invoking
    labeling lambasting lauding likening mentioning outlining painting portraying praising promoting questioning
    reassuring rebuking referring rejecting requesting ridiculing scolding skewering slamming taunting thanking
    threatening trashing welcoming
";
