namespace PostmortemAction.Hostile.Cases;

/// <summary>Something that somebody writes somewhere, and what must hold all the same.</summary>
/// <param name="Where">The place: body, branch, comment, config, label, template or title.</param>
/// <param name="Actor">Who writes it: outsider, write, triage, member-read, fork-author, other-bot or self.</param>
/// <param name="Via">How it gets there, where that is not the usual way.</param>
/// <param name="Bytes">The input as it is, where it is no text.</param>
public sealed record HostileCase(
    string Id, string Where, string Class, string Actor, string? Via, string Input, byte[]? Bytes, IReadOnlyList<HostileAssert> Asserts)
{
    public bool Has(string op) => Asserts.Any(assert => assert.Op == op);

    public bool IsVia(string words) => Via?.Contains(words, StringComparison.OrdinalIgnoreCase) == true;

    public override string ToString() => $"{Id} {Class} in {Where}";
}
