using NodaTime;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Records;
using PostmortemAction.Core.Settings;

namespace PostmortemAction.Hosting;

/// <summary>Where incidents live and postmortems go: GitHub, or a local folder for the preview. It reads and writes; it decides nothing.</summary>
public interface IRepositoryHost
{
    RepositoryInfo Repository { get; }

    /// <summary>A file of the default branch, at the one commit of this run; null when it is not there.</summary>
    Task<string?> ReadFileAsync(string path, CancellationToken cancellation);

    /// <summary>Paths of the files in a folder of the default branch; none when it is not there.</summary>
    Task<IReadOnlyList<string>> ListFilesAsync(string folder, CancellationToken cancellation);

    /// <summary>All paths of a commit, of files and folders; null where that is not known.</summary>
    /// <param name="commit">Null for the one commit of this run.</param>
    Task<IReadOnlySet<string>?> ListPathsAsync(string? commit, CancellationToken cancellation);

    /// <summary>Where the incident stands. While it lasts, no more is asked for.</summary>
    /// <exception cref="Core.Problems.ProblemException">There is no such issue here, or it is a pull request.</exception>
    Task<IncidentStanding> GlanceAsync(int number, CancellationToken cancellation);

    /// <summary>Everything that GitHub holds about the incident that was glanced at, but for the form that it was filed with.</summary>
    /// <param name="settings">They say whose permissions matter; nobody else's are asked for.</param>
    /// <param name="meanwhile">Given what its comments say as soon as that is there, while more is asked for.</param>
    Task<IncidentRecord> ReadIncidentAsync(int number, RunSettings settings, Action<IEnumerable<string>> meanwhile, CancellationToken cancellation);

    /// <summary>What is there of ours for the incident that was read last.</summary>
    /// <param name="path">Where the document would go; where we wrote it already, that counts.</param>
    /// <param name="repositories">Where follow-ups may be beside its own repository; no others are asked.</param>
    /// <param name="calendar">In whose days dates are reminded of; null where it is no time for reminders.</param>
    Task<ExistingState> ReadExistingAsync(int number, string path, RepositoryList repositories, DateTimeZone? calendar, CancellationToken cancellation);

    /// <summary>Sends ahead what applying such a plan begins with, as far as it changes nothing; it is on its way when this returns.</summary>
    /// <param name="draft">Creates the same as the plan that will be applied; its words may be others.</param>
    Task PrepareAsync(Plan draft, ExistingState existing, CancellationToken cancellation);

    Task<Outcome> ApplyAsync(Plan plan, ExistingState existing, CancellationToken cancellation);
}
