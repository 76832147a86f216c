namespace Umbriel.Scan;

/// <summary>Size of a part of a cache.</summary>
/// <param name="Entries">Number of entries.</param>
/// <param name="Bytes">Their length.</param>
public readonly record struct CacheContent(long Entries, long Bytes);
