using System.Globalization;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Postmortems;

namespace PostmortemAction.Core.Bodies;

/// <summary>A link to a follow-up issue, also before it has a number.</summary>
public static class FollowUpLink
{
    /// <summary>A body shows so many; the document shows all. A number, not a length: a link is longer before its number is known, and the cut must not move.</summary>
    public const int MostInBody = 100;

    public static string Number(FollowUp followUp) =>
        followUp.Issue?.ToString(CultureInfo.InvariantCulture) ?? LateReference.Placeholder(LateReference.FollowUp(followUp.Task.Key));

    public static string Of(FollowUp followUp, RepositoryInfo repository) =>
        $"[#{Number(followUp)}]({repository.IssueUrl(Number(followUp))})";
}
