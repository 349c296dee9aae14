namespace PostmortemAction.Convergence.BadInput;

/// <summary>Stands between the product and GitHub, and may answer in its place.</summary>
internal sealed class Meanwhile(HttpMessageHandler inner, Func<HttpRequestMessage, Func<Task<HttpResponseMessage>>, Task<HttpResponseMessage>> answer) : DelegatingHandler(inner)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        answer(request, () => base.SendAsync(request, cancellationToken));
}
