using System.Net;
using System.Text;

namespace PostmortemAction.Convergence.Protections;

/// <summary>Stands between the product and GitHub and takes one of the product's protections from it.</summary>
internal sealed class Tampered(HttpMessageHandler inner, Func<HttpRequestMessage, Func<HttpRequestMessage, Task<HttpResponseMessage>>, Task<HttpResponseMessage>> meet)
    : DelegatingHandler(inner)
{
    /// <summary>An answer that GitHub never gave.</summary>
    public static HttpResponseMessage Answer(HttpResponseMessage genuine, HttpStatusCode status, string json)
    {
        var forged = new HttpResponseMessage(status) { Content = new StringContent(json, Encoding.UTF8, "application/json"), RequestMessage = genuine.RequestMessage };
        forged.Headers.Date = genuine.Headers.Date;
        return forged;
    }

    /// <summary>A request may leave only once, so whoever sends it again needs a copy.</summary>
    public static async Task<HttpRequestMessage> CopyAsync(HttpRequestMessage request, Func<string, string>? change = null)
    {
        var copy = new HttpRequestMessage(request.Method, request.RequestUri);
        foreach (var (name, values) in request.Headers)
        {
            copy.Headers.TryAddWithoutValidation(name, values);
        }

        if (request.Content is { } content)
        {
            var text = await content.ReadAsStringAsync();
            copy.Content = new StringContent(change?.Invoke(text) ?? text, Encoding.UTF8, "application/json");
        }

        return copy;
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        meet(request, sent => base.SendAsync(sent, cancellationToken));
}
