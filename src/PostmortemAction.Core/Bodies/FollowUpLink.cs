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
        followUp.Issue?.Number.ToString(CultureInfo.InvariantCulture) ?? LateReference.Placeholder(LateReference.FollowUp(followUp.Task.Key));

    /// <summary>Behind its name: how far it is.</summary>
    public static string Mark(FollowUp followUp) => followUp.IsDropped ? " (not planned)" : followUp.IsDone ? " ✓" : "";

    /// <summary>As it is referred to: <c>#12</c>, <c>acme/login#12</c>.</summary>
    public static string Text(FollowUp followUp) => $"{followUp.Repository}#{Number(followUp)}";

    public static string Url(FollowUp followUp, RepositoryInfo repository) => repository.IssueUrl(followUp.Repository, Number(followUp));

    public static string Of(FollowUp followUp, RepositoryInfo repository) =>
        $"[{Text(followUp)}]({Url(followUp, repository)})";
}
