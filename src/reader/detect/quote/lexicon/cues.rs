//! The verbs that report speech, in tiers, and the nouns beside them.
//!
//! Of a verb that goes by the rule only the base stands here: [`Forms`] makes "-s", "-ed" and "-ing" of it, and doubles its
//! last letter where a "+" follows. The others stand with every form, so that a reader can check them. A "*" says that
//! what is written, and that with "-s", is as often a noun.
//!
//! [`Forms`]: crate::detect::lexicon::Forms

/// Verbs that nearly always report words.
pub const SAYING_VERBS: &str = "
    acknowledge add admit+ advise affirm allege announce answer* argue ask assert assure bark bellow bemoan
    blog+ boast* caution chant* chide chuckle claim* comment* complain concede conclude confess confide confirm
    contend continue counter cry* deadpan+ declare demand* deny disclose divulge e-mail* echo elaborate email*
    emphasise emphasize enthuse estimate* exclaim explain fume groan growl grumble gush hiss holler howl implore
    inform insist interject intone joke* lament* laugh* maintain marvel mock mumble murmur muse mutter note*
    observe opine plead pledge* point* post* preach predict proclaim promise* pronounce quip+ quote* rail
    reason* recall recount reiterate rejoin remark* remember remind repeat reply report* respond retort reveal
    roar scoff scream* shout* sigh snap+ sneer sob+ speculate squeal stammer state* stipulate stress stutter
    suggest summarise summarize surmise tease testify text* theorise theorize thunder tout tweet* urge vent
    volunteer* vow* wail warn whisper wisecrack wonder* yell
";

/// Forms of such verbs that no rule gives.
pub const SAYING: &str = "
    began begin begins read reads said say says tell tells told write writes written wrote
";

/// Their participles.
pub const SAYING_ING: &str = "
    beginning reading saying telling writing
";

/// Verbs of thought and of showing: they report words only if nothing better does.
pub const THINKING_VERBS: &str = "
    address* agree appeal* assess back* believe compare consider decide detail* discuss expect express fear*
    focus hope* identify illustrate imagine indicate issue* learn list* offer* present* propose publish raise
    rate* recommend reference* regard release* rule* show* signal* sound* support talk* view* want*
";

/// Forms of such verbs that no rule gives.
pub const THINKING: &str = "
    cast casts feel feels felt find finds found hear heard hears knew know known knows learnt put puts sang saw
    see seen sees sing sings speak speaks spoke spoken sung swear swears swore sworn think thinks thought
";

/// Their participles.
pub const THINKING_ING: &str = "
    casting feeling finding hearing knowing putting seeing singing speaking swearing thinking
";

/// Verbs that report words only beside a quotation: "called", "described".
pub const JUDGING_VERBS: &str = "
    accuse admire apologise apologize applaud assail attack* attest bash berate blame blast* brand* call*
    castigate challenge* champion characterise characterize chastise cite* condemn credit* criticise criticize
    decry deem defend denounce depict deride describe dismiss dub+ endorse hail hammer* highlight* imply
    insinuate insult* invoke label* lambaste laud liken mention* outline* paint portray pound* praise promote
    question* reassure rebuke refer+ reject request* ridicule scold skewer slam+ taunt* thank threaten trash
    welcome*
";

/// Forms that are as often nouns, where not every form of the verb is.
pub const NOUNS_TOO: &str = "
    blame blog blogs cast casts charge charges confide counter deal defend doubt focus found founded founding
    maintain murmur praise rail read reads remarked-on remind reply response sigh sign smile snap speculate
    support thanks thought thoughts worry
";

/// Nouns for what is said, after whoever said it: "her claim that".
pub const SAYINGS: &str = "
    accusation allegation argument assertion assessment assurance belief boast call chant characterisation
    characterization cheer claim comment complaint contention criticism cry declaration demand denial
    description insistence insult line mantra observation pledge prediction promise question quip refrain remark
    response retort shout slogan statement suggestion testimony threat view vow warning words
";
