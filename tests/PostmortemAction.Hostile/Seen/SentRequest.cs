namespace PostmortemAction.Hostile.Seen;

/// <summary>A request that the product sent.</summary>
/// <param name="Address">As it went over the wire.</param>
/// <param name="IsWrite">Whether it changes something.</param>
/// <param name="IsForeign">Whether it changes what somebody else made.</param>
public sealed record SentRequest(string Method, Uri Address, string? Body, bool IsWrite, bool IsForeign = false, bool CarriesToken = true);
