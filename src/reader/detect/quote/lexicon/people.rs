//! What people are called: titles, offices, kinds of people, first names.

/// Words that stand before a name and belong to it, written with or without a full stop.
pub const TITLES: &str = "
    adm airman anchor auditor ayatollah brig brigadier capt cmdr col comedian commodore comptroller conservative
    constable coroner corporal councilmember cpl deacon democrat democratic deputy det dr ensign fellow
    first-lady former fr gen gov gov-elect hon liberal lieutenant lt maj major marshal mx pastor pfc
    presidential private prof pvt rapper rep republican rev reverend seaman sen sen-elect sergeant sgt sheik
    sheikh specialist
";

/// Those that are nouns for people too: "the analyst", "analyst Ana Ruiz".
pub const TITLES_OF_PEOPLE: &str = "
    activist analyst author billionaire blogger columnist commentator detective economist journalist mogul
    pollster professor pundit reporter researcher rival scientist singer strategist
";

/// Those that say "he".
pub const TITLES_OF_MEN: &str = "
    actor alderman baron brother businessman cardinal chairman congressman councilman count duke emir emperor
    father imam king lord mr pope prince rabbi sir spokesman sultan
";

/// Those that say "she".
pub const TITLES_OF_WOMEN: &str = "
    actress baroness businesswoman chairwoman congresswoman councilwoman countess dame duchess lady miss mrs ms
    princess queen sister spokeswoman
";

/// Titles that are offices too: "the mayor", "Mayor Ana Ruiz".
pub const TITLES_OF_OFFICE: &str = "
    admiral ambassador archbishop attorney bishop candidate captain cardinal ceo chair chairman chairperson
    chairwoman chancellor chief co-founder coach colonel commander commissioner congressman congresswoman
    councillor director founder general governor host inspector judge justice king leader mayor minister
    nominee officer pope premier president prince princess queen representative secretary senator sheriff
    speaker spokesman spokesperson spokeswoman superintendent treasurer undersecretary vice-president
";

/// Other nouns for whoever holds an office or a post.
pub const OFFICES: &str = "
    administrator chairmen coordinator dean diplomat editor envoy front-runner frontrunner head lawmaker
    manager moderator principal prosecutor whip
";

/// Nouns for people without a name: kinds, jobs, roles.
pub const PEOPLE_NOUNS: &str = "
    actor actress adviser advisor advocate aide ally attendee attorney boy brother businesswoman bystander
    chairman coach colleague consultant coordinator cosplayer critic curator customer daughter defendant
    delegate demonstrator diplomat doctor donor driver employee engineer executive expert fan farmer father
    fighter friend girl historian husband insider investigator lawmaker lawyer leader member mother neighbor
    neighbour nurse observer officer official operative opponent organizer owner parent participant partner
    person plaintiff player politician poster prosecutor protester protestor relative resident scholar sister
    soldier son source student supporter survivor teacher user veteran victim voter witness worker writer
";

/// The same, in one number only.
pub const PEOPLE: &str = "
    audience businessman child children conservatives crowd democrats liberals man one organisers others
    passer-by people republicans spokesmen spokespeople wife woman woman-owner
";

/// First names that say "he".
pub const MEN: &str = "
    aaron abdul abraham adam ahmed alan albert alejandro alex alexander alexei alfred ali allen alvin amir andre
    andreas andrei andrew andy angelo anthony antonio arnold arthur ashton austin barack barry ben benjamin
    bernard bernie bert billy bob bobby boris brad bradley brandon brendan brent brett brian bruce bryan byron
    caleb calvin cameron carl carlos cesar chad charles charlie chester chris christian christopher chuck
    clarence claude clay clint clyde cody colin conrad corey craig curtis dale damian dan daniel danny darrell
    darren dave david dennis derek devin dick diego dmitri dmitry don donald doug douglas drew duncan dustin
    dwight earl ed eddie edgar eduardo edward edwin eli elliott emanuel emmanuel enrique eric erik ernest
    ernesto eugene evan fabio felix fernando floyd francis francisco frank franklin fred frederick gabriel
    garrett gary gavin gene geoff geoffrey george gerald gerard giovanni glen glenn gordon graham grant greg
    gregory guillermo gus guy hans harold harry harvey hassan hector henry herbert herman hiroshi howard hugh
    hugo hussein ian ibrahim igor isaac ivan jack jackson jacob jaime jake jamal james jamie jared jason javier
    jay jeb jeff jeffrey jeremy jerome jerry jesse jesus jim jimmy joe joel joey johan john johnny jon jonathan
    jorge jose joseph josh joshua juan julian julio justin karl keith ken kenneth kevin khalid kirk kurt kyle
    lance larry lars lawrence lee leo leon leonard leonardo leroy leslie lewis liam lindsey lloyd logan lorenzo
    louis lucas luigi luis luke mahmoud malcolm manuel marc marco marcos marcus mario mark marshall martin
    marvin mathew matt matthew maurice max mehmet melvin michael miguel mike mikhail milton mitch mitchell mitt
    mohamed mohammad mohammed morgan moses muhammad mustafa nabil nathan nathaniel ned neil nelson newt nicholas
    nick nicolas nigel nikolai noah noel norman oleg oliver omar oscar otto owen pablo patrick paul pavel pedro
    perry pete peter phil philip phillip pierre preston rafael ralph ramon rand randall randy raul ray raymond
    reggie reince rex ricardo richard rick ricky rob robert roberto robin rodney rodrigo roger roland ron ronald
    ross roy ruben rudy rupert russell ryan sam samuel scott sean sebastian sergei sergey sergio seth shane
    shaun shawn sheldon sidney simon spencer stan stanley stefan stephen steve steven stewart stuart sunil ted
    terrence terry theodore thomas tim timothy toby todd tom tommy tony travis trevor troy tyler valery vernon
    victor vincent vladimir wade wallace walter warren wayne wesley willard william willie wolfgang xavier yuri
    yusuf zachary
";

/// First names that say "she".
pub const WOMEN: &str = "
    abigail ada adele adriana agnes alexandra alexis alice alicia alison allison alyssa amanda amber amelia
    amina amy ana andrea angela angelica angelina anita ann anna anne annette annie ariana arlene ashley aubrey
    audrey barbara beatrice becky bella bernadette bertha beth bethany betsy betty beverly bianca bonnie brenda
    brianna bridget brittany brooke caitlin camille candace carla carly carmen carol carole caroline carolyn
    carrie cassandra catherine cathy cecilia charlene charlotte chelsea cheryl chloe christina christine cindy
    claire clara claudia colette colleen condoleezza connie constance crystal cynthia daisy dana danielle daphne
    darlene dawn deb debbie deborah debra deirdre delores denise diana diane dolores dominique donna dora doris
    dorothy edith edna eileen elaine eleanor elena elise elizabeth ella ellen elsa emily emma erica erika erin
    esther eva evelyn fatima felicia fiona florence frances gabriela gabrielle gail gayle gennifer georgia
    geraldine gertrude gina ginger gladys glenda gloria grace greta gwen gwendolyn hailey hannah harriet hazel
    heather heidi helen helena hilary hillary holly huma ida ilana imelda ingrid irene iris irma isabel isabella
    ivanka jackie jacqueline jamila jane janet janice jasmine jean jeanette jeanne jen jenna jennifer jenny jess
    jessica jill jo joan joann joanna joanne jocelyn jodi josephine joy joyce juanita judith judy julia juliana
    julianna julie kaitlyn kara karen karin kate katharine katherine kathleen kathryn kathy katie katrina kayla
    kellie kelly kellyanne kendra kim kimberly kirsten krista kristen kristin kristina latoya laura lauren
    laurie leah lena lillian lily linda lindsay lisa liz liza lois loretta lori lorraine louise lucia lucille
    lucy lydia lynn lynne mabel madeleine madeline maggie malala mandy marcia margaret margarita maria marian
    marie marilyn marina marion marissa marjorie marlene marsha martha mary maureen maxine megan meghan melania
    melanie melissa mercedes meredith michele michelle mildred mindy miranda miriam molly monica muriel myra
    nadia nancy naomi natalia natalie natasha nellie nicole nina nora norma olga olivia pam pamela patricia
    patty paula pauline peggy penelope penny phyllis priscilla rachel ramona rebecca regina renee rhonda rita
    roberta robin rodaba ronda rosa rosalind rose rosemary ruby ruth sabrina sadie sally samantha sandra sandy
    sara sarah savannah shannon sharon sheila shelby shelley sherry shirley sofia sonia sophia sophie stacey
    stacy stefania stella stephanie sue suella susan susanna susie suzanne sylvia tabitha tamara tammy tanya
    tara tatiana teresa theresa tiffany tina toni tracey tracy trisha ursula valentina valerie vanessa vera
    veronica vicki vicky victoria violet virginia vivian wanda wendy whitney yolanda yvette yvonne zara zoe
";

/// First names that say "he" and stand in another list as well.
pub const MEN_AND_MORE: &str = "
    al bill dean will
";

/// First names that say "she" and stand in another list as well.
pub const WOMEN_AND_MORE: &str = "
    april hope jan june kay summer
";

/// Small words inside a name.
pub const PARTICLES: &str = "
    al bin da dal de del della den der di do dos du el ibn la las le los san santa van von y
";
