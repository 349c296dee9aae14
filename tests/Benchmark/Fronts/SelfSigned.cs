using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PostmortemAction.Benchmark.Fronts;

/// <summary>A certificate for this machine alone, made anew each time, and the file by which a client trusts it.</summary>
internal sealed class SelfSigned : IDisposable
{
    /// <summary>Where Linux distributions keep the certificates of the world, in one file.</summary>
    private static readonly string[] Bundles = ["/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt"];

    private readonly string folder = Directory.CreateTempSubdirectory("benchmark-").FullName;

    public SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        Certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var pem = Certificate.ExportCertificatePem() + "\n";
        File.WriteAllText(OwnFile, pem);
        File.WriteAllText(BundleFile, string.Concat(Bundles.Where(File.Exists).Take(1).Select(File.ReadAllText)) + pem);
    }

    public X509Certificate2 Certificate { get; }

    /// <summary>Only this certificate, for who adds it to those built in.</summary>
    public string OwnFile => Path.Combine(folder, "own.pem");

    /// <summary>This certificate after all that the machine trusts: reading them is a part of every run on GitHub.</summary>
    public string BundleFile => Path.Combine(folder, "bundle.pem");

    public void Dispose()
    {
        Certificate.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
