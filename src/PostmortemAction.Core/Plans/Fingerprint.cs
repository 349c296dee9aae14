using System.Security.Cryptography;
using System.Text;

namespace PostmortemAction.Core.Plans;

/// <summary>Tells whether a text is the one that we wrote.</summary>
public static class Fingerprint
{
    /// <summary>32 hexadecimal digits of the SHA-256 of the text with LF line ends.</summary>
    public static string Of(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.Replace("\r\n", "\n", StringComparison.Ordinal))).AsSpan(0, 16));
}
