namespace PostmortemAction.Core.Reviews;

/// <summary>Words by which tasks are read: data.</summary>
internal static class TaskVerbs
{
    /// <summary>With which a task begins.</summary>
    public static IReadOnlySet<string> All { get; } = Set(
        """
        abandon accept add address adjust adopt agree alert align allocate allow alter analyse analyze announce apply appoint approve archive arrange ask assess assign attach audit
        automate avoid back backfill balance ban benchmark block book boost bring build bump buy cache calculate cap carry catalogue celebrate centralize change check choose clarify
        clean clear close collect come communicate compare compile complete conduct configure confirm connect consider consolidate contact convene convert copy cover create cut debug
        decide declare decommission decouple define delete deploy deprecate describe design detect determine develop disable discuss distribute divide document double draft drill drop educate
        eliminate email employ enable encourage encrypt enforce engage enhance enlist ensure equip escalate establish evaluate examine exclude execute expand experiment explain explore
        expose extend extract fail file fill finalize find finish fix follow forge format formalize gather generate get give go grant group guard handle harden have help hire hold identify
        implement import improve include incorporate increase inform initiate insert inspect install instrument integrate introduce invest investigate invite isolate keep learn leave let
        limit link list load log look lower maintain make manage map mark measure meet merge migrate mirror mitigate modify monitor move name negotiate notify offer open optimise optimize order
        organise organize page patch pay perform pick pin plan post practise practice prepare prevent print prioritise prioritize promote propose protect prove provide provision publish pull
        purchase push put query raise ramp reach read rebuild recommend reconfigure record recover redesign reduce refactor refine refresh register reinforce reject release reload remind remove rename
        renew repair repeat replace replicate report request require reset resize resolve restart restore restrict retire retrieve return retry revamp revert review revise revisit revoke
        reward rework rewrite roll rotate route run save scale scan schedule script search secure seek select send separate serve set set-up setup share shift ship show shut sign silence simplify simulate
        split stagger standardise standardize start stop store streamline strengthen stress-test study submit subscribe summon support surface switch sync synchronize tag take talk teach tell
        terminate test throttle throw tidy tighten trace track train transfer translate treat trigger trim try tune turn unify uninstall update upgrade upload use utilize validate verify version
        answer bind calm cancel count cross-check degrade delay demand detach dig draw dump emit empty end estimate exercise expire export filter flag flush force free fund halt host
        inject invalidate inventory join kill label lead level lint listen mask match mention minimise minimize mirror mount mute nominate normalise normalize note obtain outline own
        park parse pause probe process profile quarantine quote rate-limit recheck rehearse refuse render reopen reorder replay resend reserve respond resume rethink reuse
        sanitise sanitize say scope score seal shape ship shorten size skip solve sort spin spread staff state sweep swap tackle time trust unblock understand unlock vet wait weigh wipe
        visit walk warn watch whitelist widen wire work wrap write
        """);

    /// <summary>Of those, words that behind "and" are mostly no verb: "monitoring and alert rules".</summary>
    public static IReadOnlySet<string> Nouns { get; } = Set(
        "access alert back balance block book cache change check close cover design document drill email file format group guard list load log map mark measure name notify order page patch plan post practice "
        + "print query record release report request return review route run scale schedule script search set share shift show sign start stop store support surface switch test trace track train trigger try use version walk watch work");

    /// <summary>Of those, words that come to no end by themselves.</summary>
    public static IReadOnlySet<string> Endless { get; } = Set(
        "improve enhance strengthen consider ensure explore investigate monitor reinforce optimise optimize encourage discuss evaluate assess study look work try educate remind avoid prevent maintain keep learn help support boost think streamline");

    /// <summary>Words that give them one.</summary>
    public static IReadOnlyList<string> Ends { get; } =
        ["until", "so that", "when", "whenever", "at least", "at most", "every", "each", "within", "per", "fails", "passes", "before", "after", "if", "by adding", "by using", "by running", "weekly", "monthly", "daily", "quarterly"];

    private static HashSet<string> Set(string words) => [.. words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];
}
