namespace Umbriel.Reconstruction.Output;

/// <summary>The file that reconstructed events were read from.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Hash">Its SHA-256.</param>
public sealed record HashedInput(string Name, string Hash);
