namespace PostmortemAction.Core.Settings;

/// <summary>From which level of findings on a run fails (<c>review.fail-on</c>).</summary>
public enum FailOn
{
    Never,
    Error,
    Warning,
}
