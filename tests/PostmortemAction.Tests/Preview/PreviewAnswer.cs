namespace PostmortemAction.Tests;

/// <summary>What the preview came to.</summary>
/// <param name="Screen">What it shows to people.</param>
/// <param name="Output">What it prints for programs.</param>
/// <param name="Progress">What it says to people beside data.</param>
internal sealed record PreviewAnswer(int ExitCode, string Screen, string Output, string Progress);
