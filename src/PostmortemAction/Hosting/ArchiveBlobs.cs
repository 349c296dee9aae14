using System.Globalization;
using PostmortemAction.Core.Archives;
using PostmortemAction.Core.Plans;
using PostmortemAction.GitHub;

namespace PostmortemAction.Hosting;

/// <summary>Reads documents of the archive, many in one question, and each by itself where the server does not answer such questions.</summary>
internal sealed class ArchiveBlobs(IGitHubClient client, string directory, string commit, Action<string> tell)
{
    /// <summary>GitHub answers a question within ten seconds or not at all.</summary>
    private const int MostFiles = 100;

    private const long MostBytes = 2_000_000;

    /// <summary>Kept back for what is to be written then.</summary>
    private const int SpareRequests = 40;

    /// <summary>Where a run ends that would take too long; the next one goes on.</summary>
    private const int MostQuestions = 300;

    /// <summary>Texts that are wanted beside the documents, by their expressions; only what came to the byte.</summary>
    public Dictionary<string, string> Beside { get; } = [];

    /// <param name="beside">Expressions of further texts; the first question asks for them too.</param>
    /// <returns>Of the files that were read; fewer than there are where requests run out.</returns>
    public async Task<IReadOnlyList<ArchiveDocument>> ReadAsync(IReadOnlyList<ArchiveFile> files, IReadOnlyList<string> beside, CancellationToken cancellation)
    {
        var documents = new List<ArchiveDocument>();
        var questions = 0;
        while (documents.Count < files.Count || questions == 0)
        {
            if (questions > 0 && (questions >= MostQuestions || client.Remaining < SpareRequests))
            {
                tell(string.Create(CultureInfo.InvariantCulture, $"Read {documents.Count} of {files.Count} postmortems; the next run goes on."));
                break;
            }

            var batch = Batch(files, documents.Count);
            IReadOnlyList<string> expressions = [.. batch.Select(file => file.Blob), .. questions == 0 ? beside : []];
            if (expressions.Count > 0)
            {
                await AskAsync(batch, expressions, documents, cancellation);
            }

            questions++;
            if (files.Count > MostFiles)
            {
                tell(string.Create(CultureInfo.InvariantCulture, $"Reading postmortems: {documents.Count:#,0} of {files.Count:#,0}."));
            }
        }

        return documents;
    }

    private async Task AskAsync(List<ArchiveFile> batch, IReadOnlyList<string> expressions, List<ArchiveDocument> documents, CancellationToken cancellation)
    {
        var texts = await client.ReadBlobsAsync(expressions, cancellation);
        foreach (var (file, i) in batch.Select((file, i) => (file, i)))
        {
            if (texts is null && i > 0 && client.Remaining < SpareRequests)
            {
                return;
            }

            documents.Add(ArchiveDocument.Read(file, texts?[i] is { IsWhole: true } blob ? blob.Text : await TextAsync($"{directory}/{file.Path}", cancellation)));
        }

        foreach (var (expression, i) in expressions.Select((expression, i) => (expression, i)).Skip(batch.Count))
        {
            if (texts?[i] is { Text: { } text, Id: { } id } && BlobId.Of(text) == id)
            {
                Beside[expression] = text;
            }
        }
    }

    private async Task<string?> TextAsync(string path, CancellationToken cancellation) =>
        await client.GetFileAsync(path, commit, cancellation) is { IsUtf8: true, Text: var text } ? text : null;

    private static List<ArchiveFile> Batch(IReadOnlyList<ArchiveFile> files, int from)
    {
        var batch = new List<ArchiveFile>();
        var bytes = 0L;
        foreach (var file in files.Skip(from).Take(MostFiles))
        {
            bytes += file.Size ?? 0;
            if (batch.Count > 0 && bytes > MostBytes)
            {
                break;
            }

            batch.Add(file);
        }

        return batch;
    }
}
