using System.Diagnostics;

namespace PostmortemAction.Tests.Surface;

/// <summary>The two forms of action.yml: the one here builds the image, the released one pulls it.</summary>
public class ReleasedActionTests
{
    private static readonly string Digest = "sha256:" + new string('a', 64);
    private static readonly string Ours = Repository.Read("action.yml");

    [Fact]
    public async Task The_released_action_differs_in_its_image_only()
    {
        var (code, released) = await ReleaseAsync($"ghcr.io/octo-org/postmortem@{Digest}", Ours);

        Assert.Equal(0, code);
        Assert.NotEqual(Ours, released);
        Assert.Equal(Ours, released.Replace($"  image: docker://ghcr.io/octo-org/postmortem@{Digest}\n", "  image: Dockerfile\n", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ghcr.io/octo-org/postmortem:1.0.0")]
    [InlineData("ghcr.io/octo-org/postmortem@sha256:abc")]
    [InlineData("ghcr.io/Octo-Org/postmortem@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("x\n  entrypoint: /bin/sh")]
    public async Task An_image_without_a_digest_is_never_released(string image)
    {
        var (code, released) = await ReleaseAsync(image, Ours);

        Assert.Equal(1, code);
        Assert.Equal("", released);
    }

    [Theory]
    [InlineData("runs:\n  using: docker\n  image: docker://elsewhere\n")]
    [InlineData("runs:\n  image: Dockerfile\n  image: Dockerfile\n")]
    public async Task An_action_that_does_not_build_its_image_once_is_never_released(string action) =>
        Assert.Equal(1, (await ReleaseAsync($"ghcr.io/octo-org/postmortem@{Digest}", action)).Code);

    private static async Task<(int Code, string Released)> ReleaseAsync(string image, string action)
    {
        var start = new ProcessStartInfo("bash", [Path.Combine(Repository.Root, ".ci/released-action"), image])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        try
        {
            await process.StandardInput.WriteAsync(action);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It refused the image before it read on.
        }

        await process.WaitForExitAsync();
        await error;
        return (process.ExitCode, await output);
    }
}
