namespace PostmortemAction.Core.Plans;

/// <summary>Creates a task's issue and attaches it to the incident as a sub-issue.</summary>
/// <param name="Attaches">False where the incident holds as many sub-issues as GitHub allows, or the issue has another owner.</param>
public sealed record CreateFollowUp(DesiredFollowUp FollowUp, bool Attaches) : Change
{
    private const string In = " in ";

    public override string Intent => $"follow-up {FollowUp.Key}{Place}";

    private string Place => FollowUp.Repository is null ? "" : In + FollowUp.Repository;

    /// <summary>The other repository in which an intent is to be carried out; null for one in the incident's own.</summary>
    public static string? RepositoryOf(string intent) => intent.IndexOf(In, StringComparison.Ordinal) is > 0 and var at ? intent[(at + In.Length)..] : null;


    public override string Describe() => $"create follow-up issue{Place}: {FollowUp.Title}";
}
