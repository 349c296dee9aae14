using System.Globalization;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Postmortems;

namespace PostmortemAction.Core.Bodies;

/// <summary>A link to a follow-up issue, also before it has a number.</summary>
public static class FollowUpLink
{
    public static string Number(FollowUp followUp) =>
        followUp.Issue?.ToString(CultureInfo.InvariantCulture) ?? LateReference.Placeholder(LateReference.FollowUp(followUp.Task.Key));

    public static string Of(FollowUp followUp, RepositoryInfo repository) =>
        $"[#{Number(followUp)}]({repository.IssueUrl(Number(followUp))})";
}
