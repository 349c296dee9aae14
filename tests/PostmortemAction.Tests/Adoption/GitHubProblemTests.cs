using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PostmortemAction.Core.Problems;
using PostmortemAction.GitHub;
using PostmortemAction.GitHub.Tests;
using PostmortemAction.Hosting;

namespace PostmortemAction.Tests.Adoption;

/// <summary>What stands between us and GitHub, over real sockets.</summary>
public sealed class GitHubProblemTests : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);

    public GitHubProblemTests() => listener.Start();

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_named_with_what_trusts_it()
    {
        using var key = RSA.Create(2048);
        using var own = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using var certificate = X509CertificateLoader.LoadPkcs12(own.Export(X509ContentType.Pfx), null);
        var serving = AnswerAsync(async stream =>
        {
            await using var secure = new SslStream(stream);
            await secure.AuthenticateAsServerAsync(certificate);
        });

        var problem = await ProblemAsync("https", GitHubSender.Transport());

        Assert.Equal("certificate-untrusted", problem.Code);
        Assert.Contains("certificate is invalid", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("inner exception", problem.Message, StringComparison.Ordinal);
        Assert.Contains("`SSL_CERT_DIR`", problem.Fix, StringComparison.Ordinal);
        listener.Stop();
        await serving;
    }

    [Fact]
    public async Task A_proxy_that_refuses_the_tunnel_is_named()
    {
        var serving = AnswerAsync(stream => WriteAsync(stream, "HTTP/1.1 403 Forbidden"));
        var transport = new SocketsHttpHandler { Proxy = new WebProxy($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}"), UseProxy = true };

        Assert.Equal("proxy-answers", (await ProblemAsync("https", transport)).Code);
        listener.Stop();
        await serving;
    }

    [Fact]
    public async Task A_redirect_to_another_host_is_a_proxys()
    {
        var serving = AnswerAsync(stream => WriteAsync(stream, "HTTP/1.1 302 Found\r\nLocation: https://login.example.com/"));

        var problem = await ProblemAsync("http", GitHubSender.Transport());

        Assert.Equal("proxy-answers", problem.Code);
        Assert.Contains("login.example.com", problem.Message, StringComparison.Ordinal);
        listener.Stop();
        await serving;
    }

    public void Dispose() => listener.Dispose();

    private static async Task WriteAsync(NetworkStream stream, string head)
    {
        await stream.ReadAtLeastAsync(new byte[8192], 1);
        await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes($"{head}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
    }

    /// <summary>Serves until the listener stops; who asks may hang up at any time.</summary>
    private async Task AnswerAsync(Func<NetworkStream, Task> answer)
    {
        while (true)
        {
            try
            {
                using var client = await listener.AcceptTcpClientAsync();
                await answer(client.GetStream());
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
            catch (Exception e) when (e is IOException or System.Security.Authentication.AuthenticationException)
            {
                // The next try comes over a connection of its own.
            }
        }
    }

    private async Task<Problem> ProblemAsync(string scheme, HttpMessageHandler transport)
    {
        using var _ = transport;
        var api = new Uri($"{scheme}://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}");
        using var sender = new GitHubSender(api, new(api, "graphql"), "a-token-of-this-test-only", transport, new VirtualTime());
        return GitHubProblem.Of(await Assert.ThrowsAsync<GitHubException>(() => sender.GetTextAsync("repos/acme/shop", TestContext.Current.CancellationToken)));
    }
}
