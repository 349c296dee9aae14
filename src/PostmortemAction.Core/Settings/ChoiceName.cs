using System.Text.Json;

namespace PostmortemAction.Core.Settings;

/// <summary>A choice as people write it: <c>pull-request</c>.</summary>
public static class ChoiceName
{
    public static IReadOnlyList<string> All<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(Of)];

    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
