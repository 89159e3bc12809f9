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
    account ad advert advertisement affidavit agreement announcement article bill book brief bulletin caption
    chapter column complaint constitution decree dispatch document dossier e-mail editorial email entry essay
    filing guideline headline indictment invitation lawsuit leaflet letter manifesto memo memoir memorandum
    message motion note notice op-ed order pamphlet paper paragraph petition placard platform poll post poster
    press-release profile proposal record report resolution review ruling sign slogan speech statement story
    study summary survey testimony text transcript treaty tweet verdict video warrant
";

/// Words for things that have titles or names, beside a title in quotation marks.
pub const WORKS: &str = "
    abc ad album anthem article ballad band bbc bestseller blog book brand broadcast cartoon category cbs
    chapter club cnn column comedy comic commentary documentary drama edition episode essay exhibit exhibition
    festival film fox game genre hbo headline hit hymn initiative installation journal label lyric magazine
    manual memoir miniseries movement movie msnbc musical named nbc novel npr op-ed opera page painting pamphlet
    paper pbs piece play playlist podcast poem program programme project robot sculpture section segment sequel
    serial series show single sitcom site sketch slogan song soundtrack spot story symphony thriller titled
    track trilogy tune version video website
";

/// Words that say what follows is a name or a title.
pub const NAMED: &str = "
    aka alias baptised baptized christened code-named codenamed entitled headlined moniker name named nickname
    nicknamed pseudonym rechristened renamed self-styled so-called subtitled surnamed title titled username
";

/// Words that say what follows is a name, a title or a term, or not meant.
pub const NAMING: &str = "
    branded dubbed expression hashtag known labeled labelled phrase self-described self-proclaimed styled term
    termed word
";
