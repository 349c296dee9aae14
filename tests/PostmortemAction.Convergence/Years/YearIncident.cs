using System.Globalization;
using PostmortemAction.Convergence.Simulation.Times;

namespace PostmortemAction.Convergence.Years;

/// <summary>What happens in one incident, and what its team makes of it.</summary>
/// <param name="Start">When it began.</param>
/// <param name="Detected">So many minutes later; null where nobody noted it.</param>
/// <param name="Duration">In minutes.</param>
/// <param name="Closes">For each task after how many days somebody closes its issue; null for never.</param>
internal sealed record YearIncident(
    DateTimeOffset Start, string Service, string Title, int? Severity, int? Detected, int Duration, int Users, IReadOnlyList<string> Tasks, IReadOnlyList<int?> Closes, string Person)
{
    /// <summary>How many there are.</summary>
    public const int Count = 120;

    private const string Alert = "Add an alert on {0}";
    private const string Runbook = "Write down how {0} comes back";
    private const string Rehearse = "Rehearse the rollback of {0}";
    private const string Limit = "Limit what one client may ask of {0}";

    private static readonly (string Service, string[] Titles)[] Services =
    [
        ("checkout", ["Payments time out", "Cards are charged twice", "The cart empties itself"]),
        ("invoices", ["Invoices carry the wrong tax", "Invoices are not sent"]),
        ("login API", ["Logins fail", "Sessions end too early", "The second factor does not arrive"]),
        ("accounts", ["Nobody can sign up", "Passwords cannot be changed"]),
        ("search", ["Search finds nothing", "Search is slow", "New products are missing"]),
        ("pictures", ["Pictures do not load"]),
    ];

    private static readonly string[] People = ["mira", "jun", "ana", "kofi"];
    private static readonly string[] Kinds = [Alert, Runbook, Rehearse, Limit];

    public DateTimeOffset Filed => Start.AddMinutes((Detected ?? 10) + 3);

    public DateTimeOffset Resolved => Start.AddMinutes(Duration);

    /// <summary>A year of them, the first one first.</summary>
    public static IReadOnlyList<YearIncident> All(Random random) => [.. Enumerable.Range(0, Count).Select(i => Of(i, random)).OrderBy(incident => incident.Start)];

    /// <summary>The form, as it is filed or, once it is over, in full.</summary>
    public string Form(bool isOver) => $"""
        ### Severity

        {(Severity is { } severity ? $"SEV{severity}" : "_No response_")}

        ### Affected services

        {Service}

        ### Started

        {Stamp(Start)} UTC

        ### Detected

        {(Detected is { } minutes ? $"{Stamp(Start.AddMinutes(minutes))} UTC" : "_No response_")}

        ### How it was detected

        A monitoring alert

        ### Resolved

        {(isOver ? $"{Stamp(Resolved)} UTC" : "_No response_")}

        ### Impact

        {Title} for some of our customers.

        ### Users affected

        {Users}%

        ### Timeline

        {Start.AddMinutes(Detected ?? 10):HH:mm} Detection: the pager goes off{(isOver ? $"\n{Resolved:HH:mm} Resolution: {Service} is back" : "")}

        ### Root cause

        {(isOver ? $"A change of {Service} met data that nobody had tried it with." : "_No response_")}

        ### Resolution

        {(isOver ? "The change was taken back." : "_No response_")}

        ### Tasks

        {(isOver && Tasks.Count > 0 ? string.Join('\n', Tasks.Select(task => $"- {task}")) : "_No response_")}
        """;

    private static YearIncident Of(int i, Random random)
    {
        var start = VirtualTime.Start.Date.AddDays(1 + Math.Floor(i * 2.96)).AddMinutes(random.Next(9 * 60, 20 * 60));
        var (service, titles) = Services[random.Next(Services.Length)];
        int? severity = random.Next(20) switch { 0 => null, < 4 => 1, < 11 => 2, _ => 3 };
        var kinds = Kinds.ToArray();
        random.Shuffle(kinds);
        var at = DateTime.SpecifyKind(start, DateTimeKind.Utc);
        var tasks = kinds.Take(random.Next(4)).Select(kind => string.Format(CultureInfo.InvariantCulture, kind, service)).Select(task => random.Next(3) switch
        {
            0 => $"{task} @{People[random.Next(People.Length)]} due {at.AddDays(random.Next(10, 40)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}",
            1 => $"{task} @{People[random.Next(People.Length)]}",
            _ => task,
        }).ToList();

        // The teams get better at seeing it, and not at mending it.
        var detected = 2 + random.Next(30 - (i / 6));
        return new(
            new(at), service, titles[random.Next(titles.Length)], severity, random.Next(14) == 0 ? null : detected,
            detected + 10 + random.Next(severity switch { 1 => 240, 2 => 150, _ => 80 }), random.Next(1, 20) * 5, tasks,
            [.. Enumerable.Range(0, tasks.Count + 1).Select(_ => random.Next(20) switch { < 11 => random.Next(3, 14), < 16 => random.Next(30, 75), _ => (int?)null })], People[random.Next(People.Length)]);
    }

    private static string Stamp(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
