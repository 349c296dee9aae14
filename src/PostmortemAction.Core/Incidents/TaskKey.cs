using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PostmortemAction.Core.Text;

namespace PostmortemAction.Core.Incidents;

/// <summary>Says whether two tasks say the same: twelve hexadecimal digits of the title, whatever its case and spacing.</summary>
public static class TaskKey
{
    /// <param name="copy">A second line of the same words is the second task of that name.</param>
    public static string Of(string title, int copy = 1)
    {
        var fold = PlainText.Fold(title);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(copy == 1 ? fold : string.Create(CultureInfo.InvariantCulture, $"{fold}\n{copy}")));
        return Convert.ToHexStringLower(hash.AsSpan(0, 6));
    }
}
