//! What speaks without being a person, and what is marked without being said.

/// Words that make a name an organisation, or stand for one.
pub const ORGANISATIONS: &str = "
    academy administration agency airlines alliance army assembly assn association authority bank board brigade
    broadcaster bureau cabinet campaign capitol center centre chamber charity church club coalition college
    commission committee company confederation conference congress consortium corp corporation council country
    court daily democrats department directorate embassy exchange federation firm force foreign forum foundation
    fund gazette gop government group guard guild herald hospital house inc industries institute institution
    intelligence investigators journal kremlin laboratory labs league legislature llc ltd magazine media
    military ministry mission mosque movement museum nation navy network news newspaper ngo office officials
    organisation organization outlet pac palace panel parliament partnership party pentagon plc police post
    press publication radio regiment regulator republicans school senate service site society squad staff state
    station store supreme synod taliban task-force team television times treasury tribunal tribune tv un union
    university watchdog website workshop
";

/// Things that are read rather than heard.
pub const DOCUMENTS: &str = "
    account advert advertisement affidavit agreement announcement bill brief bulletin caption complaint
    constitution decree dispatch document dossier e-mail editorial email entry filing guideline indictment
    invitation lawsuit leaflet letter manifesto memo memorandum message motion note notice order paragraph
    petition placard platform poll post poster press-release profile proposal record report resolution review
    ruling sign speech statement study summary survey testimony text transcript treaty tweet verdict warrant
";

/// Words for things that have titles or names, beside a title in quotation marks.
pub const WORKS: &str = "
    abc album anthem ballad band bbc bestseller blog brand broadcast cartoon category cbs club cnn comedy comic
    commentary documentary drama edition episode exhibit exhibition festival film fox game genre hbo hit hymn
    initiative installation journal label lyric magazine manual miniseries movement movie msnbc musical named
    nbc novel npr opera page painting pbs piece play playlist podcast poem program programme project robot
    sculpture section segment sequel serial series show single sitcom site sketch song soundtrack spot symphony
    thriller titled track trilogy tune version website
";

/// Words for what is read and has a title.
pub const WRITINGS: &str = "
    ad article book chapter column essay headline memoir op-ed pamphlet paper slogan story video
";

/// Words that say what follows is a name or a title.
pub const NAMED: &str = "
    baptised baptized christened headlined pseudonym rechristened renamed subtitled surnamed username
";

/// Words that say it, and say it of terms as well.
pub const NAMED_OR_MEANT: &str = "
    aka alias code-named codenamed entitled moniker name named nickname nicknamed self-styled so-called title
    titled
";

/// Words that say what follows is a name, a title or a term, or not meant.
pub const NAMING: &str = "
    branded dubbed expression hashtag known labeled labelled phrase self-described self-proclaimed styled term
    termed word
";
