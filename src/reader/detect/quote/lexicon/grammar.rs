//! Small words, by what they do in a sentence.

/// Words that begin a noun phrase.
pub const DETERMINERS: &str = "
    a all an another any both each eight every few five four her his its many most my nine no one other our
    seven several six some ten that the their these this those three two your
";

/// Prepositions.
pub const PREPOSITIONS: &str = "
    about above across after against along amid among around as at before behind below beneath beside besides
    between beyond by despite down during except for from in inside into like near of off on onto out outside
    over past per since than through throughout till to toward towards under underneath unlike until up upon via
    while with within without
";

/// Words that join clauses.
pub const CONJUNCTIONS: &str = "
    although and because but however if nor or so though unless when whenever where whereas whether while yet
";

/// Words that begin a relative clause.
pub const RELATIVES: &str = "
    that what which who whom whose
";

/// Forms of be, have, do, and the modals.
pub const AUXILIARIES: &str = "
    am are aren't be been being can can't could couldn't did didn't do does doesn't don't had hadn't has hasn't
    have haven't having is isn't may might must ought shall should was wasn't were weren't will won't would
    wouldn't
";

/// Adverbs without -ly that stand beside a verb.
pub const ADVERBS: &str = "
    additionally again ago ahead almost already also always back contrary even ever first further furthermore
    here however indeed instead just last later meanwhile more moreover never nevertheless next nonetheless not
    now often once only perhaps quite rather recently soon still then there thereafter too twice very well yet
";

/// Personal pronouns that can speak.
pub const PRONOUNS: &str = "
    he i it she they we you
";

/// Names of times, which are written with a capital and name nobody.
pub const TIMES: &str = "
    afternoon apr april aug august autumn days dec decade decades december evening feb february fri friday hours
    jan january jul july jun june mar march may moments mon monday month months morning night nov
    november oct october sat saturday season sep sept september spring summer sun sunday thu thur thurs
    thursday today tomorrow tonight tue tues tuesday wed wednesday week weekend weeks winter year years
    yesterday
";

/// Words that begin with an apostrophe of their own.
pub const ELISIONS: &str = "
    bout cause cept coz cuz em fore fraid gainst hood kay m n neath nother nuff round s scuse sup til till tis
    twas tween twere twill twould un
";
