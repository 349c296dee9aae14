using System.Globalization;
using System.Text;
using PostmortemAction.Actions;
using PostmortemAction.Core.Archives;
using PostmortemAction.Core.Documents;
using PostmortemAction.Core.Plans;
using PostmortemAction.Core.Problems;
using PostmortemAction.Core.Reviews;
using PostmortemAction.Core.Settings;
using PostmortemAction.Core.Text;
using PostmortemAction.Preview;
using Spectre.Console;

namespace PostmortemAction.Archives;

/// <summary>
/// <c>verify FILE</c>: whether the figures of a published postmortem still follow from its times, and, where the environment holds a token, from its
/// incident; and by section what people made of it.
/// </summary>
/// <param name="environment">For its variables only; nothing is written to the runner.</param>
public sealed class VerifyCommand(ActionsRuntime environment, HttpMessageHandler transport, TimeProvider time, IAnsiConsole console)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <returns>The exit code: 1 where a figure does not follow, or the file or its incident cannot be read.</returns>
    public async Task<int> RunAsync(string path, CancellationToken cancellation)
    {
        try
        {
            var text = Read(path);
            var recorded = await ReadIncidentAsync(text, cancellation);
            var figures = FigureProof.Of(text, path, recorded?.Settings ?? new(), recorded?.Composition.Postmortem);
            if (recorded is { Composition: { Postmortem: var postmortem, Existing.LastDocument: var last, Document: var document } })
            {
                VerifyScreen.Print(DocumentComparison.Of(last, text, StandingDocument.Numbered(document, postmortem)), last is not null, console);
            }

            VerifyScreen.Print(figures, console);
            return figures.Any(figure => figure.IsLeftBehind) ? 1 : 0;
        }
        catch (Exception e) when (LocalProblem.Of(e, "verify") is { } problems)
        {
            PreviewReport.Print(problems, console);
            return 1;
        }
    }

    /// <returns>Null where the document stands by itself.</returns>
    private async Task<RecordedIncident?> ReadIncidentAsync(string text, CancellationToken cancellation)
    {
        var local = new LocalGitHub(environment);
        if (DocumentOrigin.Incident(text) is not { } number)
        {
            console.WriteLine("The document's metadata names no incident, so it is compared with itself alone.");
            return null;
        }

        // Many a machine has a token for something else.
        if (!local.HasToken || !local.HasRepository)
        {
            console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"Compared with itself alone: {(local.HasToken ? "GITHUB_REPOSITORY names no repository" : "GITHUB_TOKEN holds no token")}. With a token that may read the repository in GITHUB_TOKEN, and its name in GITHUB_REPOSITORY, it is compared with incident {number} too, section by section."));
            return null;
        }

        using var sender = local.Sender(transport, time);
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Compared with incident {number} of {PlainText.Line(local.Repository)}, asked at {local.Api.Host}"));
        return await RecordedIncident.ReadAsync(local.Client(sender), local.Repository, local.Server, number, text, time, console.WriteLine, cancellation);
    }

    private static string Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new ProblemException(Problem.Error("verify-path-missing", $"There is no file {Quoted.Code(path, 300)}.", "Name a published postmortem."));
        }

        if (new FileInfo(path).Length > ArchiveFileProblem.MostBytes)
        {
            throw new ProblemException(ArchiveFileProblem.TooLarge(path));
        }

        try
        {
            return Strict.GetString(File.ReadAllBytes(path)).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw new ProblemException(ArchiveFileProblem.NotText(path));
        }
    }
}
