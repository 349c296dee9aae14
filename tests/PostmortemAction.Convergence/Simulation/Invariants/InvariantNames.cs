namespace PostmortemAction.Convergence.Simulation.Invariants;

/// <summary>What must hold, by name.</summary>
public static class InvariantNames
{
    public const string OneOpenPullRequest = "one open pull request per incident";
    public const string OneStatusComment = "one status comment per incident";
    public const string OneFollowUpPerTask = "one open follow-up per task";
    public const string RemindedOnce = "nobody is reminded twice of the same";
    public const string HumanTextKept = "human text is kept";
    public const string DeleteOnlyOwn = "only own comments and state are deleted";
    public const string NoForce = "no reference is moved by force";
    public const string PatchOnlyOwn = "only what is ours is changed";
    public const string DefaultBranchUntouched = "the default branch is not written to";
    public const string QuietWhenAsked = "nothing is sent before a promised time";
    public const string QuietAfterCancel = "no write begins later than 1 s after the interrupt";
    public const string TokenStaysHome = "the token goes to no other host";
    public const string StaysInReach = "no repository is asked that nobody named";
    public const string KnownRoute = "every request is simulated";
    public const string RequestAsDescribed = "every request is as GitHub describes it";
    public const string AnswerAsDescribed = "every answer is as GitHub describes it";
    public const string BoundedAnswer = "no more than 32 MiB of an answer are read";
    public const string NoBug = "no run ends with a bug";
    public const string EndsAfterCancel = "a run ends within 6 s of the interrupt";
}
