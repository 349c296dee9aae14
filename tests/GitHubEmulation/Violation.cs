namespace PostmortemAction.Tests.GitHubEmulation;

/// <param name="Where"><c>request</c> or <c>answer</c>.</param>
public sealed record Violation(string Method, string Path, string Where, string Message)
{
    public override string ToString() => $"{Method} {Path} ({Where}): {Message}";
}
