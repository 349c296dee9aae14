using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PostmortemAction.Convergence.Simulation.Git;

/// <summary>Git's names of objects.</summary>
internal static class GitHash
{
    [SuppressMessage("Security", "CA5350", Justification = "The name of a Git object, no secret.")]
    public static string Of(string type, byte[] content)
    {
        var header = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{type} {content.Length}\0"));
        return Convert.ToHexStringLower(SHA1.HashData([.. header, .. content]));
    }
}
