using System.Diagnostics;
using System.Globalization;
using PostmortemAction.Convergence.Simulation;
using PostmortemAction.Convergence.Simulation.Git;
using PostmortemAction.Convergence.Simulation.State;
using PostmortemAction.Convergence.Sweeps;
using PostmortemAction.Core.Plans;

namespace PostmortemAction.Convergence.Years;

public class YearTests(ITestOutputHelper output)
{
    /// <summary>Days between two schedules; <c>YEAR=full</c> has one each day, as a repository has.</summary>
    private static readonly int Days = Environment.GetEnvironmentVariable("YEAR") == "full" ? 1 : 5;

    [Fact]
    public void In_a_troubled_year_of_120_incidents_nothing_breaks_and_each_month_ends_as_if_all_were_computed_at_once()
    {
        var watch = Stopwatch.StartNew();
        var year = new Year(Days);

        year.Play(CheckMonth);

        var issues = year.GitHub.Repository.Issues;
        var reminders = year.GitHub.Repository.Comments.Count(comment => comment.Author == StoredRepository.Bot && Marker.TryFind(comment.Body, Marker.Reminder, out _));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            {year.Runs.Count} runs, {year.Runs.Faults} with a fault, {year.Runs.Overlaps} overlaps, {year.GitHub.Requests.Count} requests in {watch.Elapsed.TotalSeconds:0} s
            {issues.Count(issue => issue.Labels.Contains("incident"))} incidents, {issues.Count(issue => issue.Pull?.MergedAt is not null)} merged pull requests, {FollowUps(year, isOpen: null)} follow-ups, {FollowUps(year, isOpen: true)} of them open, {reminders} reminders
            """));
        Assert.True(year.Runs.Wrong.Count == 0, Sweep.Tell(year.Runs.Wrong));
        AssertApproved(Recomputation.AsItStands(year.GitHub).Readme!);
    }

    /// <summary>Index and digest are what comes out of nothing, and count what people see.</summary>
    private static void CheckMonth(Year year)
    {
        var now = year.GitHub.Time.ServerNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        year.Runs.Clean(0, Situation.Schedule);
        var requests = year.GitHub.Requests.Count;
        year.Runs.Clean(0, Situation.Schedule);
        Assert.True(!year.GitHub.Requests.Skip(requests).Any(request => request.IsWrite), $"{now}: a second schedule writes {year.GitHub.Requests.Skip(requests).FirstOrDefault(request => request.IsWrite)}");

        var there = Recomputation.AsItStands(year.GitHub);
        var anew = Recomputation.FromScratch(year.GitHub);

        Assert.Equal((now, anew.Readme), (now, there.Readme));
        Assert.Equal((now, anew.Data), (now, there.Data));
        Assert.Equal((now, anew.Digest), (now, there.Digest));
        var documents = year.GitHub.Repository.Git.Files(year.GitHub.Repository.Branch("main")!).Keys.Count(path => path.StartsWith("postmortems/20", StringComparison.Ordinal));
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"**{documents} postmortem"), there.Readme, StringComparison.Ordinal);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"**{FollowUps(year, isOpen: true)} open**"), there.Digest, StringComparison.Ordinal);
    }

    /// <summary>What the index looks like on GitHub is seen by <c>tests/PostmortemAction.Looks</c>. <c>APPROVE=1</c> writes it anew.</summary>
    private static void AssertApproved(string readme)
    {
        var path = Path.Combine(RepositoryRoot.Path, "tests", "PostmortemAction.Looks", "documents", "year.md");
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            File.WriteAllText(path, readme);
        }

        Assert.Equal(File.ReadAllText(path), readme);
    }

    private static int FollowUps(Year year, bool? isOpen) => year.GitHub.Repository.Issues.Count(issue =>
        issue is { Pull: null, Author: StoredRepository.Bot } && (isOpen is null || issue.IsOpen == isOpen) && Marker.TryFind(issue.Body, Marker.FollowUp, out _));
}
