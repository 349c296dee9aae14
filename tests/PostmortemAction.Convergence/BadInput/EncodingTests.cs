using System.Text;
using PostmortemAction.Convergence.Archives;
using PostmortemAction.Convergence.Simulation;
using PostmortemAction.Convergence.Simulation.Git;
using PostmortemAction.Convergence.Simulation.Runs;
using PostmortemAction.Core.Plans;

namespace PostmortemAction.Convergence.BadInput;

/// <summary>Somebody's editor saves in another encoding than UTF-8: what is read from such bytes must not be written back.</summary>
public class EncodingTests
{
    private const string Words = "# Our postmortems\n\nHow we write them: ask Zoë.\n";

    public static TheoryData<string, string> Encodings => new()
    {
        { "utf-16", "pull-request" },
        { "utf-16", "commit" },
        { "latin1", "pull-request" },
        { "latin1", "commit" },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void An_index_page_in_another_encoding_is_left_as_it_is_and_told(string encoding, string index)
    {
        var library = new Library(2);
        library.GitHub.People.Commit("mira", "main", "Write", [(Library.Readme, Bytes(encoding, Words))]);
        var (head, count) = (library.GitHub.Repository.Branch("main"), library.GitHub.Requests.Count);

        var result = library.Run(inputs: new Dictionary<string, string> { ["index"] = index });

        Assert.Equal((1, head), (result.ExitCode, library.GitHub.Repository.Branch("main")));
        Assert.Contains("The index is not text in UTF-8", result.Log, StringComparison.Ordinal);
        Assert.DoesNotContain(library.GitHub.Requests.Skip(count), request => request.IsWrite);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("latin1")]
    public void What_somebody_saved_on_the_indexs_branch_in_another_encoding_is_left_as_it_is_and_told(string encoding)
    {
        var library = new Library(2);
        library.RunWell();
        library.GitHub.People.Commit("mira", IndexBranch.Name, "Write", [(Library.Readme, Bytes(encoding, Words + library.OnBranch(Library.Readme)))]);
        library.Publish(3);
        var head = library.BranchHead;

        var result = library.Run();

        Assert.Equal((1, head), (result.ExitCode, library.BranchHead));
        Assert.Contains("The index is not text in UTF-8", result.Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("latin1")]
    public void A_document_in_another_encoding_rests_to_the_byte_and_goes_on_once_it_is_UTF_8_again(string encoding)
    {
        var world = Worlds.NoTasks();
        var github = world.GitHub;
        Assert.Equal(0, ActionInProcess.Run(github, world.Incident).ExitCode);
        var (path, text) = (world.DocumentPath()!, world.Document()!.Replace("## Impact\n", "## Impact\n\nZoë could not pay.\n", StringComparison.Ordinal));
        github.People.Commit("jun", world.Branch, "Edit", [(path, Bytes(encoding, text))]);
        var head = github.Repository.Branch(world.Branch);
        github.People.Comment("jun", world.Incident, "/went-well The pager was fast");

        var result = ActionInProcess.Run(github, world.Incident);

        Assert.Equal((0, head), (result.ExitCode, github.Repository.Branch(world.Branch)));
        Assert.Contains("in another encoding than UTF-8, so it rests", result.Log, StringComparison.Ordinal);
        github.People.Commit("jun", world.Branch, "Save as UTF-8", [(path, Bytes("utf-8", text))]);
        Assert.Equal(0, ActionInProcess.Run(github, world.Incident).ExitCode);
        Assert.Contains("Zoë could not pay.", world.Document(), StringComparison.Ordinal);
        Assert.Contains("The pager was fast", world.Document(), StringComparison.Ordinal);
    }

    private static byte[] Bytes(string encoding, string text) => [.. Encoding.GetEncoding(encoding).GetPreamble(), .. Encoding.GetEncoding(encoding).GetBytes(text)];
}
