using Umbriel.Core;

namespace Umbriel.Reconstruction.Particles;

/// <summary>What starts and rays need of a space point.</summary>
/// <param name="Place">Where it is, cm.</param>
/// <param name="Charge">Electrons.</param>
internal readonly record struct ChargedPlace(SpaceVector Place, double Charge);
