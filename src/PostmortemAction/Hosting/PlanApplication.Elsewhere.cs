using System.Globalization;
using NodaTime;
using NodaTime.Text;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Records;
using PostmortemAction.Core.Text;
using PostmortemAction.GitHub;

namespace PostmortemAction.Hosting;

/// <summary>Other repositories, which may refuse.</summary>
internal sealed partial class PlanApplication
{
    private const int MostReason = 200;

    /// <summary>Other repositories that refused something in this run.</summary>
    private readonly HashSet<string> refused = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The other repository that a change writes to; null for the incident's own.</summary>
    private static string? HomeOf(Change change) => change switch
    {
        UpdateFollowUp update => update.Issue.Repository,
        FinishFollowUp finish => finish.Issue.Repository,
        Remind remind => remind.Issue.Repository,
        CloseDuplicate close => close.Issue.Repository,
        _ => null,
    };

    /// <summary>Out of sight for now; the next run looks again. Another repository is told, and left alone for today.</summary>
    private void OutOfSight(IssueKey issue)
    {
        if (issue.Repository is { } home)
        {
            Refuse(home, "404 Not Found");
        }
    }

    private void Refuse(string home, GitHubException e) => Refuse(home, $"{(e.Status is { } status ? string.Create(CultureInfo.InvariantCulture, $"{(int)status} ") : "")}{e.Reason}");

    private void Refuse(string home, string reason)
    {
        refused.Add(home);
        var day = LocalDatePattern.Iso.Format(Instant.FromDateTimeOffset(client.ServerNow ?? default).InUtc().Date);
        lease.Ledger = lease.Ledger.With(home, new(home, PlainText.Cut(PlainText.Line(reason), MostReason), day));
    }

    private void Allowed(string? home)
    {
        if (home is not null && lease.Ledger.Refusal(home) is not null)
        {
            lease.Ledger = lease.Ledger.With(home, null);
        }
    }
}
