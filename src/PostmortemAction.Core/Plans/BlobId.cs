using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PostmortemAction.Core.Plans;

/// <summary>The name that Git gives to a file's bytes: https://git-scm.com/book/en/v2/Git-Internals-Git-Objects.</summary>
public static class BlobId
{
    [SuppressMessage("Security", "CA5350", Justification = "The name of a Git object, no secret.")]
    public static string Of(string text)
    {
        var content = Encoding.UTF8.GetBytes(text);
        var header = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"blob {content.Length}\0"));
        return Convert.ToHexStringLower(SHA1.HashData([.. header, .. content]));
    }
}
