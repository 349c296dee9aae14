namespace PostmortemAction.Core.Reviews;

/// <summary>Words that blame, and how to say it instead: data. The first line that finds something at a place speaks for it.</summary>
internal static class BlameLexicon
{
    private const string Instead = "Say what made it easy to happen and what did not stop it, such as “nothing checked the configuration before it went out”.";
    private const string Then = "Say what people saw and why what they did made sense then; what is to change is a task.";
    private const string Happened = "Say what happened, without what it says about somebody.";

    private static readonly string[] FellShort = ["failed", "neglected", "forg", "ignored", "overlooked", "bother", "properly", "even"];
    private static readonly string[] Broke = ["missed", "mistake", "accidental", "erroneous", "wrongly", "incorrectly", "careless", "reckless", "broke", "messed", "screwed", "botched", "caused", "error", "blunder", "blame", "fault", "responsible"];
    private static readonly string[] Fault = ["mistake", "fault", "negligence", "careless", "oversight", "blunder", "incompetence"];
    private static readonly string[] Named = ["forg", "neglected", "careless", "messed", "screwed", "bother", "blame", "negligence", "incompetence", "mistake", "blunder"];

    private static readonly string[] Judged = ["careless", "negligent", "incompetent", "sloppy", "stupid", "reckless", "irresponsible", "clueless", "idiotic", "lazy", "inattentive"];

    private static readonly (string Name, string Pattern)[] Lists =
    [
        ("{role}",
            @"(an? |the |our |one of our |one of the )?((\w+ )?(software|site reliability|support|security|network|database|system|systems|backend|frontend|junior|senior|new|on-?call|devops|sre) )?"
            + @"(engineers?|developers?|devs?|operators?|admins?|administrators?|sysadmins?|dbas?|interns?|contractors?|colleagues?|co-?workers?|managers?|reviewers?|testers?|employees?"
            + @"|technicians?|freelancers?|team ?mates?|team members?|on-?call( person)?|somebody|someone|he|she)"),
        ("{team}", @"(we|our team|the (\w+ ){0,2}team|nobody|no one|(ops|security|database|network|devops|sre|backend|frontend|support|platform|engineering|infrastructure|qa) (team|staff))"),
        ("{also}", @"( who| had| has| have| also| then| simply| just| again| repeatedly| apparently| on duty| on call| at the time)*"),
        ("{fell-short}", @"(failed to|neglected|forgot|forgets|ignored|overlooked|did not bother|didn[’']t bother|did not properly|didn[’']t properly|did not even|didn[’']t even|never bothered)"),
        ("{broke}", @"(missed|mistakenly|accidentally|erroneously|wrongly|incorrectly|carelessly|recklessly|broke|messed up|screwed up|botched|caused|made (a|an|the) (\w+ )?(mistake|error|blunder)|(is|was|were|are) (to blame|at fault|responsible for (the|this|that) (\w+ )?(outage|incident|failure|error|mistake)))"),
        ("{done}", @"(been|done|gone|made|taken|run|found|set|kept|told|thought|written|read|built|shown|given|known|seen|caught|had|sent|put|left|held|led|begun|chosen|understood|spotted|rolled back|[a-z]{2,}ed)"),
        ("{prevented}", @"(prevented|avoided|caught|detected|noticed|spotted|stopped|fixed|found|known|seen|tested|checked|verified|reviewed|alerted|told|warned|acted|reacted|responded|escalated|rolled back|reverted|mitigated|resolved|shortened|foreseen|asked)"),
        ("{adverb}", @"( also| never| always| already| probably| easily| perhaps| at least| \w+ly)?"),
    ];

    public static IReadOnlyList<BlamePattern> All { get; } =
    [
        new("blame-person", FellShort, @"\b{role}{also} {fell-short}\b", "says what a person left undone", Instead),
        new("blame-person", Broke, @"\b{role}{also} {broke}\b", "makes a person the cause", Instead),
        new("blame-person", [.. FellShort, .. Broke], @"@[a-z0-9][a-z0-9-]*{also} ({fell-short}|{broke})\b", "puts it on somebody by name", Instead),
        new("blame-person", ["should"], @"\b{role} should( not|n[’']t)?{adverb} have{adverb} {done}\b", "says what a person was to do, known afterwards", Then),
        new("blame-person", ["could"], @"\b{role} could( not|n[’']t)?{adverb} have{adverb} {prevented}\b", "says what a person was able to do, known afterwards", Then),
        new("blame-person", ["caused", "broken", "introduced", "missed", "overlooked", "forgotten", "triggered", "deleted"], @"\b(caused|broken|introduced|missed|overlooked|forgotten|triggered|deleted) by {role}\b", "makes a person the cause", Instead),
        new("blame-person", Fault, @"\b{role}[’']s (own )?(mistake|fault|negligence|carelessness|oversight|blunder|incompetence)\b", "puts it on a person", Instead),
        new("blame-person", Fault, @"\b(mistake|fault|negligence|carelessness|oversight|blunder|incompetence) (of|by) {role}\b", "puts it on a person", Instead),
        new("blame-person", Judged, @"\b{role} (was|is|were|are|(had|has|have) been)( (so|too|very|just|simply|really|rather|quite|being|plain|again))* (careless|negligent|incompetent|sloppy|stupid|reckless|irresponsible|clueless|idiotic|lazy|inattentive)\b", "judges a person", Happened),
        new("blame-person", ["fault"], @"\b(was|is|were|be|been|being) ([Aa]ll )?[A-Z][a-z]{2,}( [A-Z][a-z]{2,})?[’']s (own )?fault\b(?! (tolerance|domain|line|injection|detection|handling))", "puts it on somebody by name", Instead, IsCased: true),
        new("blame-person", ["blam"], @"\b(blame|blames|blamed|blaming) (on )?({role}|them|him|her)\b", "puts it on a person", Instead),
        new("blame-person", Named, @"\b[A-Z][a-z]{2,}( [A-Z][a-z]{2,})? (forgot|neglected|carelessly|messed up|screwed up|did not bother|didn[’']t bother|is to blame for|was to blame for)\b", "puts it on somebody by name", Instead, IsCased: true),
        new("blame-person", Named, @"\b[A-Z][a-z]{2,}[’']s (carelessness|negligence|incompetence|mistake|blunder)\b", "puts it on somebody by name", Instead, IsCased: true),
        new("counterfactual", FellShort, @"\b{team}{also} {fell-short}\b", "says what the team left undone", Then),
        new("counterfactual", ["bother", "cared", "thought"], @"\b(nobody|no one|none of (us|them|the \w+))( (had|has|have|even|ever|really|then))* (bothered|cared|thought) to\b", "says what the team left undone", Then),
        new("counterfactual", ["should"], @"\bshould( not|n[’']t)?{adverb} have{adverb} {done}\b", "tells what did not happen", Then),
        new("counterfactual", ["could"], @"\bcould( not|n[’']t)?{adverb} have{adverb} (been{adverb} )?{prevented}\b", "tells what did not happen", Then),
        new("counterfactual", ["ought"], @"\bought to have\b", "tells what did not happen", Then),
        new("counterfactual", ["only"], @"\bif only (we|they|he|she|i|someone|somebody|nobody|the \w+ team|the team)\b", "tells what did not happen", Then),
        new("blame-word", ["careless", "negligen", "incompeten", "slopp", "stupid", "reckless", "irresponsible", "clueless", "idiotic", "laziness"], @"\b(careless|carelessly|carelessness|negligent|negligently|negligence|incompetent|incompetence|sloppy|sloppiness|stupid|stupidly|stupidity|reckless|recklessly|recklessness|irresponsible|clueless|idiotic|laziness)\b", "judges people", Happened),
        new("blame-word", ["error"], @"\b(human|operator|pilot|user) error\b", "ends the search where it begins", "Ask what made the error easy to make and hard to notice, and write that."),
    ];

    /// <summary>Words that look like a participle or a name and are none.</summary>
    public static IReadOnlyList<string> NoParticiples { get; } = ["need", "speed", "feed", "seed", "breed", "weed", "shed"];

    public static IReadOnlyList<string> NoNames { get; } = ["yesterday", "today", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "this", "that", "everyone", "the"];

    /// <summary>A list may use the ones above and below it; blanks are any white space.</summary>
    public static string Expand(string pattern)
    {
        foreach (var (name, list) in Lists)
        {
            pattern = pattern.Replace(name, list, StringComparison.Ordinal);
        }

        return pattern.Replace(" ", @"\s+", StringComparison.Ordinal);
    }
}
