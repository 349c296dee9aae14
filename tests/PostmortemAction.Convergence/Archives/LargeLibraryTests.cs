using System.Globalization;
using PostmortemAction.Convergence.Simulation;
using PostmortemAction.Convergence.Simulation.Git;
using PostmortemAction.Core.Archives;

namespace PostmortemAction.Convergence.Archives;

public class LargeLibraryTests(ITestOutputHelper output)
{
    [Fact]
    public void With_10000_postmortems_of_which_3_changed_a_run_takes_at_most_12_requests()
    {
        var library = Indexed(10_000);
        library.Publish(1);
        library.Publish(10_001);
        library.RunWell();
        library.GitHub.People.Commit("mira", "main", "Three", [.. Enumerable.Range(2, 3).Select(i => (Library.Path(i), Library.Document(i, "Logins are slow")))]);
        var count = library.GitHub.Requests.Count;

        library.RunWell();

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{library.GitHub.Requests.Count - count} requests, index.json of {library.OnBranch(Library.Data)!.Length} characters"));
        Assert.InRange(library.GitHub.Requests.Count - count, 1, 12);
        Assert.Contains("**10001 postmortems**", library.OnBranch(Library.Readme), StringComparison.Ordinal);
        Assert.Contains("Logins are slow 4", library.OnBranch(Library.Data), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_requests_run_out_what_was_read_is_kept_and_the_next_run_goes_on()
    {
        var library = new Library(650);
        library.GitHub.HourlyLimit = 48;

        var first = library.RunWell();

        Assert.Contains("more documents are** still to be read;".Replace("** ", " ", StringComparison.Ordinal), library.OnBranch(Library.Readme)!.Replace("**", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("still to be read", first.Summary, StringComparison.Ordinal);
        Assert.Contains("Reading postmortems: 100 of 650.", first.Log, StringComparison.Ordinal);
        library.GitHub.HourlyLimit = 1000;
        library.RunWell();
        Assert.Contains("**650 postmortems**", library.OnBranch(Library.Readme), StringComparison.Ordinal);
        Assert.DoesNotContain("still to be read", library.OnBranch(Library.Readme), StringComparison.Ordinal);
        library.AssertRests();
    }

    /// <summary>A repository whose index is there: made from one document, since reading so many takes its time.</summary>
    private static Library Indexed(int documents)
    {
        var library = new Library(Worlds.NoTasks());
        var files = Enumerable.Range(1, documents).Select(i => (Path: Library.Path(i), Text: Library.Document(i))).ToList();
        library.GitHub.People.Commit("mira", "main", "Postmortems", files);
        var git = library.GitHub.Repository.Git;
        var blobs = git.Files(git.Commit(library.GitHub.Repository.Branch("main")!)!.Tree);
        var cache = new ArchiveCache(
            [.. files.Select((file, i) => Document(file.Path["postmortems/".Length..], blobs[file.Path].Sha, i + 1))],
            []);
        library.GitHub.People.Commit("mira", "main", "Index", (Library.Data, cache.ToString()));
        return library;
    }

    private static readonly ArchiveRow Row = ArchiveReader.Read("x.md", Library.Document(1));

    private static ArchiveDocument Document(string path, string blob, int i)
    {
        var row = Row;
        return new(path, blob, row with { Path = path, Incident = i, Title = string.Create(CultureInfo.InvariantCulture, $"Login is down {i}") }, []);
    }
}
