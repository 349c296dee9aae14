namespace PostmortemAction.Tests.Surface;

/// <summary>What somebody typed and what is wrong with it, in one sentence.</summary>
public class CommandLineTests
{
    [Theory]
    [InlineData("There is no option `--force`. See `init --help`.", "init", "--force", "empty")]
    [InlineData("There is no option `--force`. See `init --help`.", "init", "--force")]
    [InlineData("There is no option `-x`. See `report --help`.", "report", "-x")]
    [InlineData("There is no option `--jsn`. See `preview --help`.", "preview", "nope", "--jsn")]
    [InlineData("There is no command `inti`. Did you mean `init`? See `--help`.", "inti", "x")]
    [InlineData("There is no command `x`. See `--help`.", "x")]
    [InlineData("Required argument missing for command: 'verify'. See `verify --help`.", "verify")]
    public async Task It_is_told_without_a_page_of_help(string sentence, params string[] args)
    {
        using var error = new StringWriter();

        var code = await CommandLine.RunAsync(args, error, TestContext.Current.CancellationToken);

        Assert.Equal((1, sentence), (code, error.ToString().TrimEnd()));
    }
}
