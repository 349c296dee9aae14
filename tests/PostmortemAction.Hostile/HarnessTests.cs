using System.Text.Json;
using PostmortemAction.Hostile.Cases;
using PostmortemAction.Hostile.Operations;
using PostmortemAction.Hostile.Runs;
using PostmortemAction.Hostile.Seen;

namespace PostmortemAction.Hostile;

/// <summary>The cases mean something only if each of them can fail.</summary>
public class HarnessTests
{
    private static readonly ILookup<string, HostileCase> Classes = HostileCaseTests.All.ToLookup(hostile => hostile.Class);

    public static TheoryData<string> ClassNames => [.. Classes.Select(group => group.Key)];

    [Theory]
    [MemberData(nameof(ClassNames))]
    public void Every_promise_of_a_class_fails_on_a_sight_that_breaks_it(string name) => Assert.All(
        Classes[name].SelectMany(hostile => hostile.Asserts.Select(assert => (hostile, assert: Dialect.Of(assert)))),
        each => Assert.NotEmpty(AllOperations.Failures([each.assert], BrokenSight.All[each.assert.Op](each.assert))));

    [Fact]
    public void Every_operation_has_a_sight_that_breaks_it() =>
        Assert.Equal(AllOperations.ByName.Keys.Order(StringComparer.Ordinal), BrokenSight.All.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Every_case_promises_something() => Assert.All(HostileCaseTests.All, hostile => Assert.NotEmpty(hostile.Asserts));

    [Fact]
    public void An_operation_that_nobody_knows_fails() =>
        Assert.Equal(["doc dances 0: nobody knows this operation"], AllOperations.Failures([Promise("doc", "dances", "0")], new()));

    [Fact]
    public void A_bug_fails_whatever_is_promised() => Assert.NotEmpty(AllOperations.Failures([], new() { Bug = "out of range" }));

    [Fact]
    public void A_live_mention_counts_and_one_in_code_does_not()
    {
        var promise = Promise("doc", "mentions_eq", "0");

        Assert.NotEmpty(AllOperations.Failures([promise], Document("Ask @hubot.")));
        Assert.Empty(AllOperations.Failures([promise], Document("Ask `@hubot`.")));
    }

    [Fact]
    public void What_is_usual_does_not_count() =>
        Assert.Empty(AllOperations.Failures([Promise("doc", "mentions_eq", "0")], Document("Ask @hubot.") with { Baseline = Document("Ask @hubot.") }));

    [Theory]
    [InlineData("::error::x", "error")]
    [InlineData("  ::add-mask::x", "add-mask")]
    [InlineData("\u2028::set-env name=a::x", "set-env")]
    [InlineData("words ##[set-output name=a]x", "set-output")]
    [InlineData("words\r::warning::x", "warning")]
    public void The_log_is_read_as_the_runner_reads_it(string log, string command) => Assert.Equal(command, Assert.Single(RunnerCommands.Of(log)).Name);

    [Fact]
    public void What_only_looks_like_a_command_is_none() => Assert.Empty(RunnerCommands.Of("say ::error::x\n::unknown::x\n: :error::x\n# #[error]x"));

    [Fact]
    public void The_stage_shows_the_whole_product_at_work()
    {
        var sight = HostileRun.On(new Stage(), "");

        Assert.Equal((0, null, 3, 1), (sight.ExitCode, sight.Bug, sight.Counts["tasks"], sight.Counts["status_comments"]));
        Assert.All(["doc", "path", "branch", "pr_title", "pr_body", "task_title", "task_body", "status_comment", "commit_message", "outputs", "summary", "stdout", "state"],
            sink => Assert.NotEmpty(string.Concat(sight.Of(sink))));
    }

    private static HostileAssert Promise(string sink, string op, string value) => new(sink, op, JsonDocument.Parse(value).RootElement);

    private static Sight Document(string text) => new() { Texts = new Dictionary<string, IReadOnlyList<string>> { ["doc"] = [text] } };
}
