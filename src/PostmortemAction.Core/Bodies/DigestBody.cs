using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;
using PostmortemAction.Core.Digests;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Bodies;

/// <summary>Our part of the digest issue. It notifies nobody: names stand in code, and what is long open has a date in place of days, so that it changes only when something did.</summary>
public static class DigestBody
{
    private const int MostInSection = 30;
    private const int LongestTitle = 120;

    public static string Of(FollowUpDigest digest, RepositoryInfo repository) =>
        $"{new Marker(Marker.Digest, new Dictionary<string, string>())}\n"
        + "The follow-ups of all incidents that are still open, brought up to date once a day. What you write above or below stays. Close this issue, and it is left alone.\n\n"
        + Text(digest, repository);

    /// <summary>The same for the run's summary.</summary>
    public static string Text(FollowUpDigest digest, RepositoryInfo repository)
    {
        if (digest.Open.Count == 0)
        {
            return "**No follow-up is open.**";
        }

        string?[] parts =
        [
            Totals(digest),
            Section("Overdue", "Overdue by", digest.Overdue, each => Words.Count(digest.DaysOverdue(each)!.Value, "day", "days"), repository),
            Section(string.Create(CultureInfo.InvariantCulture, $"Due within {FollowUpDigest.Soon} days"), null, digest.DueSoon, null, repository),
            Section("Without an owner or a date", null, digest.Loose, null, repository),
            Section("Open for longest", "Open since", digest.Oldest, each => each.FollowUp.CreatedAt is { } at ? LocalDatePattern.Iso.Format(at.InUtc().Date) : "–", repository),
            Owners(digest),
        ];
        return string.Join("\n\n", parts.Where(part => part is not null));
    }

    private static string Totals(FollowUpDigest digest) => string.Create(
        CultureInfo.InvariantCulture,
        $"**{digest.Open.Count} open**: {digest.Overdue.Count} overdue, {digest.DueSoon.Count} due within {FollowUpDigest.Soon} days, {digest.Open.Count(each => each.FollowUp.Owner is null)} without an owner, {digest.Open.Count(each => each.FollowUp.Due is null)} without a date.");

    /// <param name="extra">A further column.</param>
    private static string? Section(string title, string? extra, IReadOnlyList<TrackedFollowUp> followUps, Func<TrackedFollowUp, string>? value, RepositoryInfo repository)
    {
        if (followUps.Count == 0)
        {
            return null;
        }

        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"### {title} ({followUps.Count})\n\n| Follow-up | Owner | Due |{(extra is null ? "" : $" {extra} |")}\n| --- | --- | --- |{(extra is null ? "" : " --- |")}\n");
        foreach (var each in followUps.Take(MostInSection))
        {
            var (number, due) = (each.FollowUp.Number, each.FollowUp.Due);
            text.Append(CultureInfo.InvariantCulture, $"| [#{number}]({repository.IssueUrl(number)}) {MarkdownText.ConversationLine(PlainText.Cut(each.Title, LongestTitle))}");
            text.Append(each.Incident is { } incident ? string.Create(CultureInfo.InvariantCulture, $" (incident [#{incident}]({repository.IssueUrl(incident)}))") : "");
            text.Append(" | ").Append(Owner(each.FollowUp.Owner)).Append(" | ").Append(due is { } date ? LocalDatePattern.Iso.Format(date) : "–").Append(" |");
            text.Append(value is null ? "" : $" {value(each)} |").Append('\n');
        }

        if (followUps.Count > MostInSection)
        {
            text.Append(CultureInfo.InvariantCulture, $"\nand {followUps.Count - MostInSection} more\n");
        }

        return text.ToString().TrimEnd('\n');
    }

    private static string Owners(FollowUpDigest digest)
    {
        var text = new StringBuilder("### By owner\n\n| Owner | Open | Overdue | Due soon |\n| --- | --- | --- | --- |\n");
        foreach (var load in digest.Owners.Take(MostInSection))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {Owner(load.Owner)} | {load.Open} | {load.Overdue} | {load.DueSoon} |\n");
        }

        if (digest.Owners.Count > MostInSection)
        {
            text.Append(CultureInfo.InvariantCulture, $"\nand {digest.Owners.Count - MostInSection} more\n");
        }

        return text.ToString().TrimEnd('\n');
    }

    /// <summary>A bar would end the cell, also in code.</summary>
    private static string Owner(string? owner) => owner is null ? "nobody" : Quoted.Code(owner).Replace("|", "\\|", StringComparison.Ordinal);
}
