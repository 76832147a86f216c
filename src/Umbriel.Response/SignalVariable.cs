namespace Umbriel.Response;

/// <summary>The published distribution that a signal is predicted in.</summary>
public enum SignalVariable
{
    /// <summary>NC π0 rejection score.</summary>
    Score,

    /// <summary>Reconstructed visible energy.</summary>
    Energy,

    /// <summary>Reconstructed angle of the primary shower.</summary>
    Angle,
}
